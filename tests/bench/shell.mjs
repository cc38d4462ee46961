// The HTML of the peer pages: the text is in it, the map and the list of events come by script.
const style = `
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 Georgia,serif;color:#222;background:#f7f4ec}
main{display:grid;grid-template-columns:3fr 2fr;grid-template-rows:1fr auto;height:100vh}
#map{min-height:0;background:#cfdde3}
#map>svg{display:block;width:100%;height:100%}
aside{grid-row:1/3;grid-column:2;overflow:auto;padding:1rem 1.5rem}
.clock{display:flex;gap:1rem;align-items:center;padding:.75rem 1rem;background:#fff}
.clock input{flex:1}
.land{fill:#efe8d6;stroke:none;fill-opacity:1}
.borders{fill:none;stroke:#8b8371;stroke-width:1}
.leaflet-container .land{stroke:#8b8371}
.route{fill:none;stroke-width:4;stroke-opacity:1}
.head{stroke:#fff;stroke-width:1.5;fill-opacity:1}
.route.ussr{stroke:#b3261e}.head.ussr{fill:#b3261e}
.route.poland{stroke:#1d5fa8}.head.poland{fill:#1d5fa8}
.route.hungary{stroke:#2e7d32}.head.hungary{fill:#2e7d32}
.route.bulgaria{stroke:#7b4b94}.head.bulgaria{fill:#7b4b94}
.route.gdr{stroke:#8a6d00}.head.gdr{fill:#8a6d00}
.town text{font:11px sans-serif;paint-order:stroke;stroke:#efe8d6;stroke-width:2px}
.leaflet-tooltip{background:none;border:0;box-shadow:none;padding:0;font:11px sans-serif}
.leaflet-tooltip::before{display:none}
li.current{background:#fff3c4}
`;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

// `sheet` is a style sheet of the library's own, where it has one.
export function shell({ prose }, { sheet }) {
  const chapters = prose.map(({ title, paragraphs }) =>
    `<h2>${escaped(title)}</h2>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join("")}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A night in August</title>
<link rel="icon" href="data:,">
<link rel="preload" href="story.json" as="fetch" crossorigin>
<script type="module" src="main.js"></script>
${sheet ? `<link rel="stylesheet" href="${sheet}">` : ""}<style>${style}</style>
</head>
<body>
<main>
<div id="map"></div>
<div class="clock"><button type="button" data-testid="play" aria-pressed="false">Play</button>
<time data-testid="clock"></time>
<input type="range" data-testid="scrubber" min="0" max="1" step="0.0001" value="0" aria-label="Moment"></div>
<aside><h1>A night in August</h1>${chapters.join("")}<h2>Events</h2><ol data-testid="events"></ol></aside>
</main>
</body>
</html>
`;
}
