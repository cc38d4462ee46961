// The page as one would write it with D3: an SVG map projected in the browser, routes that grow by their dashes.
import { geoConicConformal, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import { alongOf, pointAt, startPlayer, travelled } from "../player.js";

const [width, height] = [864, 640];
const svgName = "http://www.w3.org/2000/svg";

function add(parent, name, attributes, text) {
  const child = document.createElementNS(svgName, name);
  for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, value);
  if (text) child.textContent = text;
  return parent.appendChild(child);
}

const story = await (await fetch("story.json")).json();
const { states } = story.map.objects;
const corners = { type: "MultiPoint", coordinates: [[11.75, 47.4], [22.75, 47.4], [22.75, 51.6], [11.75, 51.6]] };
const projection = geoConicConformal().parallels([47.5, 51.5]).rotate([-17, 0])
  .fitSize([width, height], corners).clipExtent([[-50, -50], [width + 50, height + 50]]);
const path = geoPath(projection).digits(1);

const svg = document.createElementNS(svgName, "svg");
svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
add(svg, "path", { class: "land", d: path(feature(story.map, states)) });
add(svg, "path", { class: "borders", d: path(mesh(story.map, states, (a, b) => a !== b)) });

const routes = story.routes.map(({ army, points: degrees, times }) => {
  const points = degrees.map(projection);
  const along = alongOf(points);
  const length = along.at(-1);
  const line = add(svg, "path", { class: `route ${army}`, d: `M${points.join("L")}`, "stroke-dasharray": length });
  const head = add(svg, "circle", { class: `head ${army}`, r: 5 });
  return { points, along, times, length, line, head, shown: -1 };
});

for (const { name, lon, lat, rank } of story.towns) {
  const [x, y] = projection([lon, lat]);
  const town = add(svg, "g", { class: `town rank-${rank}`, transform: `translate(${x},${y})` });
  add(town, "circle", { r: rank < 3 ? 3 : 2 });
  add(town, "text", { x: 5, y: 4 }, name);
}

function draw(minute) {
  for (const route of routes) {
    const way = travelled(route, minute);
    if (way === route.shown) continue;
    route.shown = way;
    route.line.setAttribute("stroke-dashoffset", route.length - way);
    const [x, y] = pointAt(route, way);
    route.head.setAttribute("transform", `translate(${x},${y})`);
  }
}

startPlayer(story, draw);
document.getElementById("map").append(svg);
