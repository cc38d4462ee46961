// The page as one would write it with Leaflet: the states as polygons and no tiles, since it may ask nobody else.
import { circleMarker, geoJSON, map as leafletMap, polyline, tooltip } from "leaflet/dist/leaflet-src.esm.js";
import "leaflet/dist/leaflet.css";
import { feature } from "topojson-client";
import { alongOf, pointAt, startPlayer, travelled } from "../player.js";

const story = await (await fetch("story.json")).json();
const map = leafletMap("map", { zoomSnap: 0.1, attributionControl: false });
map.fitBounds([[47.4, 11.75], [51.6, 22.75]]);

geoJSON(feature(story.map, story.map.objects.states), { className: "land", weight: 1 }).addTo(map);

for (const { name, lon, lat, rank } of story.towns) {
  circleMarker([lat, lon], { radius: rank < 3 ? 3 : 2, className: `town rank-${rank}` }).addTo(map);
  tooltip([lat, lon], { permanent: true, direction: "right", content: name, className: `rank-${rank}` }).addTo(map);
}

const routes = story.routes.map(({ army, points: degrees, times }) => {
  const points = degrees.map(([lon, lat]) => [lat, lon]);
  const line = polyline([], { className: `route ${army}` }).addTo(map);
  const head = circleMarker(points[0], { radius: 5, className: `head ${army}` }).addTo(map);
  return { points, along: alongOf(points), times, line, head, shown: -1 };
});

function draw(minute) {
  for (const route of routes) {
    const way = travelled(route, minute);
    if (way === route.shown) continue;
    route.shown = way;
    const here = pointAt(route, way);
    const passed = route.points.filter((_, i) => route.along[i] < way);
    route.line.setLatLngs([...passed, here]);
    route.head.setLatLng(here);
  }
}

startPlayer(story, draw);
