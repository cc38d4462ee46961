// The player that both peer pages share: play and pause, a range input, the clock, the list of events.

// How many seconds the night takes: as long as on our own page at its normal speed.
const nightSeconds = 92.8;

const element = (name) => document.querySelector(`[data-testid="${name}"]`);

// `draw` puts the map at a minute. The answer is the first drawing's; from then on the page can be played.
export function startPlayer({ from, to, events }, draw) {
  const [play, scrubber, clock] = ["play", "scrubber", "clock"].map(element);
  const items = listEvents(events);
  let [minute, playing, last, shownMinute, current] = [from, false, undefined, undefined, -1];

  function show() {
    draw(minute);
    scrubber.value = (minute - from) / (to - from);
    const whole = Math.floor(minute);
    if (whole === shownMinute) return;
    shownMinute = whole;
    const iso = new Date(whole * 60_000).toISOString().slice(0, 16);
    clock.dateTime = iso;
    clock.textContent = `${iso.slice(8, 10)} August 1968, ${iso.slice(11)}`;
    const now = events.findLastIndex(({ at }) => at <= minute);
    if (now === current) return;
    items[current]?.classList.remove("current");
    items[now]?.classList.add("current");
    current = now;
  }

  function frame(now) {
    if (!playing) return;
    // A tab that slept must not jump.
    const elapsed = Math.min(now - (last ?? now), 100);
    last = now;
    minute = Math.min(to, minute + (elapsed / 1000) * ((to - from) / nightSeconds));
    if (minute >= to) setPlaying(false);
    else requestAnimationFrame(frame);
    show();
  }

  function setPlaying(wanted) {
    playing = wanted;
    last = undefined;
    play.textContent = playing ? "Pause" : "Play";
    play.setAttribute("aria-pressed", playing);
    if (playing) requestAnimationFrame(frame);
  }

  play.addEventListener("click", () => {
    if (minute >= to) minute = from;
    setPlaying(!playing);
  });
  scrubber.addEventListener("input", () => {
    minute = from + Number(scrubber.value) * (to - from);
    show();
  });
  show();
  requestAnimationFrame(() => (document.documentElement.dataset.ready = "true"));
}

function listEvents(events) {
  const list = element("events");
  const items = events.map(({ at, title, text }) => {
    const item = document.createElement("li");
    const [time, heading, words] = ["time", "b", "p"].map((name) => document.createElement(name));
    time.textContent = new Date(at * 60_000).toISOString().slice(11, 16);
    heading.textContent = title;
    words.textContent = text;
    item.append(time, " ", heading, words);
    return item;
  });
  list.append(...items);
  return items;
}

// How far a head is at a minute, given the times of its waypoints and how far along the line each stands.
export function travelled({ times, along }, minute) {
  if (minute <= times[0]) return 0;
  const next = times.findIndex((time) => time > minute);
  if (next < 0) return along.at(-1);
  const share = (minute - times[next - 1]) / (times[next] - times[next - 1]);
  return along[next - 1] + share * (along[next] - along[next - 1]);
}

// The point so far along a line of straight pieces.
export function pointAt({ points, along }, way) {
  const next = Math.max(1, along.findIndex((reached) => reached >= way));
  const piece = along[next] - along[next - 1];
  const share = piece > 0 ? (way - along[next - 1]) / piece : 0;
  return points[next].map((value, axis) => points[next - 1][axis] + share * (value - points[next - 1][axis]));
}

// How far along its line each point stands.
export function alongOf(points) {
  const along = [0];
  for (let i = 1; i < points.length; i += 1) {
    along.push(along[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]));
  }
  return along;
}
