//! The checked content as Rust source. Names are resolved to indices, positions to map units.

use std::fmt::Write;

use super::basemap::BaseMap;
use super::reader::Translated;
use super::records::{Content, RouteRecord};
use super::{check, course, lanes, schedule};
use crate::curve::distance;
use crate::daylight::{Light, light_at};
use crate::moment::{MINUTE, Moment};
use crate::projection::{Conic, LonLat, MapPoint};

/// A Rust string literal.
fn literal(text: &str) -> String {
    format!("{text:?}")
}

fn text(t: &Translated) -> String {
    let items: Vec<String> = t.0.iter().map(|s| literal(&typographic(s))).collect();
    format!("Text([{}])", items.join(", "))
}

/// Authors type straight quotation marks and hyphens; readers get curved ones and dashes between
/// numbers.
fn typographic(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let opens = before.is_whitespace() || matches!(before, '(' | '\u{2018}' | '\u{201c}');
        let between_digits = before.is_ascii_digit() && letters.peek().is_some_and(char::is_ascii_digit);
        out.push(match c {
            '\'' if opens => '\u{2018}',
            '\'' => '\u{2019}',
            '"' if opens => '\u{201c}',
            '"' => '\u{201d}',
            '-' if between_digits => '\u{2013}',
            other => other,
        });
        before = c;
    }
    out
}

fn moment(m: Option<Moment>) -> String {
    format!("Moment({})", m.map_or(0, |m| m.0))
}

/// `Some(...)` of what a function writes, or `None`.
fn option<T>(value: Option<T>, write: impl FnOnce(T) -> String) -> String {
    value.map_or_else(|| "None".to_owned(), |v| format!("Some({})", write(v)))
}

/// `&[...]` of what a function writes of each item.
fn list<T>(items: impl IntoIterator<Item = T>, write: impl FnMut(T) -> String) -> String {
    let items: Vec<String> = items.into_iter().map(write).collect();
    format!("&[{}]", items.join(",\n"))
}

/// A word of the content as the name of a variant: `part-of-day` to `PartOfDay`.
fn variant(kind: &str, word: &str) -> String {
    let mut name = String::new();
    for part in word.split('-') {
        let mut letters = part.chars();
        name.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        name.extend(letters);
    }
    format!("{kind}::{name}")
}

fn vertex(p: MapPoint) -> String {
    format!("({}, {})", p.x.round() as i16, p.y.round() as i16)
}

fn at(lon: f64, lat: f64) -> MapPoint {
    Conic::central_europe().to_map(LonLat { lon, lat })
}

fn place_index(c: &Content, id: &str) -> usize {
    c.places.iter().position(|p| p.id == id).unwrap_or(0)
}

fn source_indices(c: &Content, ids: &[String]) -> String {
    list(ids, |id| {
        c.sources
            .iter()
            .position(|s| &s.id == id)
            .unwrap_or(0)
            .to_string()
    })
}

/// `story.rs`: the part the page carries.
pub fn story(c: &Content) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "pub static STORY: Story = Story {{ timeline: {}, opening: {}, view: {}, armies: {}, places: {}, \
         routes: {}, events: {}, reactions: {}, lights: {}, regions: {} }};",
        timeline(c),
        moment(c.frame.opening),
        view(c),
        list(&c.armies, |a| format!(
            "Army {{ id: {}, name: {}, arrowhead: {}, left: {}, labels: {} }}",
            literal(&a.id),
            text(&a.name),
            literal(&a.arrowhead),
            moment(a.left),
            list(&a.labels, |l| format!(
                "ArmyLabel {{ text: {}, at: {}, basis: {} }}",
                text(&l.text),
                vertex(at(l.lon, l.lat)),
                variant("Basis", l.basis)
            ))
        )),
        list(&c.places, |p| format!(
            "Place {{ id: {}, name: {}, at: {}, rank: {}, home: {} }}",
            literal(&p.id),
            literal(&p.name),
            option(
                check::on_map(p.lon, p.lat).then(|| at(p.lon, p.lat)),
                vertex
            ),
            p.rank,
            p.country == "CSK"
        )),
        routes(c),
        list(&c.events, |e| format!(
            "Event {{ id: {}, at: {}, precision: {}, place: {}, basis: {}, title: {} }}",
            literal(&e.id),
            moment(e.when),
            variant("Precision", e.precision),
            option(e.place.as_ref(), |p| place_index(c, p).to_string()),
            variant("Basis", e.basis),
            text(&e.title)
        )),
        list(&c.reactions, |r| format!(
            "Reaction {{ id: {}, group: {}, stance: {}, article_stance: {}, appears: {}, place: {} }}",
            literal(&r.id),
            variant("Group", r.group),
            variant("Stance", r.stance),
            option(r.article_stance, |s| variant("Stance", s)),
            moment(r.when.max(c.frame.reactions_from)),
            option(r.place.as_ref(), |p| place_index(c, p).to_string())
        )),
        lights(c),
        list(&c.regions, |r| format!(
            "Region {{ name: {}, at: {}, kind: {}, slope: {} }}",
            text(&r.name),
            vertex(at(r.lon, r.lat)),
            variant("RegionKind", r.kind),
            r.slope as i16
        )),
    );
    out
}

/// The moment at which the act begins whose light follows the hour: columns wait from it on.
fn night(c: &Content) -> Moment {
    c.acts
        .iter()
        .find(|a| a.follows_hour)
        .and_then(|a| a.start)
        .unwrap_or(Moment(0))
}

fn timeline(c: &Content) -> String {
    let mut knots: Vec<(f64, Moment)> = c
        .acts
        .iter()
        .filter_map(|a| Some((a.from, a.start?)))
        .collect();
    knots.extend(&c.knots);
    knots.sort_by(|a, b| a.0.total_cmp(&b.0));
    knots.push((1.0, c.frame.end.unwrap_or(Moment(0))));
    let ends: Vec<f64> = c.acts.iter().skip(1).map(|a| a.from).chain([1.0]).collect();
    format!(
        "Timeline {{ knots: {}, acts: {} }}",
        list(knots, |(p, m)| format!(
            "Knot {{ position: {p:?}, moment: Moment({}) }}",
            m.0
        )),
        list(c.acts.iter().zip(ends), |(a, to)| format!(
            "Act {{ id: {}, from: {:?}, to: {to:?}, start: {}, step: {} }}",
            literal(&a.id),
            a.from,
            moment(a.start),
            (a.step_minutes * 60.0) as i64
        ))
    )
}

/// The changes of the light, to the minute, in the acts whose light follows the hour.
fn lights(c: &Content) -> String {
    let mut changes: Vec<(Moment, Light)> = Vec::new();
    let ends = c.acts.iter().skip(1).map(|a| a.start).chain([c.frame.end]);
    for (act, end) in c.acts.iter().zip(ends) {
        let (Some(start), Some(end)) = (act.start, end) else {
            continue;
        };
        if !act.follows_hour {
            changes.push((start, Light::Day));
            continue;
        }
        for seconds in (start.0..end.0).step_by(MINUTE as usize) {
            changes.push((Moment(seconds), light_at(Moment(seconds))));
        }
    }
    changes.dedup_by_key(|(_, light)| *light);
    list(changes, |(at, light)| {
        format!("({}, Light::{light:?})", moment(Some(at)))
    })
}

/// The smallest box around the corners and the middles of the edges.
fn view(c: &Content) -> String {
    let f = &c.frame;
    let middle = (f.west + f.east) / 2.0;
    let mut points = Vec::new();
    for lat in [f.south, f.north] {
        points.extend([f.west, middle, f.east].map(|lon| at(lon, lat)));
    }
    let low = |pick: fn(&MapPoint) -> f64| {
        points
            .iter()
            .map(pick)
            .fold(f64::INFINITY, f64::min)
            .floor()
    };
    let high = |pick: fn(&MapPoint) -> f64| {
        points
            .iter()
            .map(pick)
            .fold(f64::NEG_INFINITY, f64::max)
            .ceil()
    };
    let (x, y) = (low(|p| p.x), low(|p| p.y));
    format!(
        "MapBox {{ x: {x:?}, y: {y:?}, width: {:?}, height: {:?} }}",
        high(|p| p.x) - x,
        high(|p| p.y) - y
    )
}

fn routes(c: &Content) -> String {
    let courses: Vec<course::Course> = c
        .routes
        .iter()
        .map(|r| course::course(r, &c.places))
        .collect();
    let lines: Vec<Vec<MapPoint>> = courses.iter().map(|k| k.line.clone()).collect();
    let spread = lanes::spread(&lines, |i, j| match (c.routes.get(i), c.routes.get(j)) {
        (Some(a), Some(b)) => {
            let apart = |x: &str, y: &str| x == "article" && y == "record";
            !course::flies(a)
                && !course::flies(b)
                && !apart(a.basis, b.basis)
                && !apart(b.basis, a.basis)
        }
        _ => false,
    });
    list(
        c.routes.iter().zip(courses).zip(spread),
        |((r, course), line)| route(c, r, &course, &line),
    )
}

fn route(c: &Content, r: &RouteRecord, course: &course::Course, line: &[MapPoint]) -> String {
    let along = lengths(line);
    let length_at = |v: usize| along.get(v).copied().unwrap_or(0.0);
    let given: Vec<schedule::Given> = course
        .stations
        .iter()
        .map(|&(w, v)| schedule::Given {
            along: length_at(v),
            time: r
                .waypoints
                .get(w)
                .and_then(|w| Some((w.time?, w.precision?))),
        })
        .collect();
    let times = schedule::times(&given, course::flies(r), night(c));
    let stations: Vec<(usize, f64, Moment, &str, bool)> = course
        .stations
        .iter()
        .zip(times)
        .filter_map(|(&(w, v), (at, precision))| {
            let waypoint = r.waypoints.get(w)?;
            Some((
                place_index(c, &waypoint.place),
                length_at(v),
                at,
                precision,
                waypoint.notional,
            ))
        })
        .collect();
    let departs = stations.first().map(|s| s.2);
    let abroad = stations
        .first()
        .and_then(|s| c.places.get(s.0))
        .is_some_and(|p| p.country != "CSK");
    let appears = match r.kind {
        "ground" if abroad => departs.map(|d| d.min(night(c))),
        "waiting" => r.waypoints.iter().find_map(|w| w.time),
        _ => departs,
    };
    let army = c.armies.iter().position(|a| a.id == r.army).unwrap_or(0);
    format!(
        "Route {{ id: {}, army: {army}, kind: {}, basis: {}, confidence: {}, formation: {}, appears: {}, \
         line: {}, along: {}, stations: {}, legs: {}, planned: {}, landings: {} }}",
        literal(&r.id),
        variant("Kind", r.kind),
        variant("Basis", r.basis),
        variant("Confidence", r.confidence),
        text(&r.formation),
        moment(appears),
        list(line, |p| vertex(*p)),
        list(&along, |l| (l.round() as u16).to_string()),
        list(&stations, |s| format!(
            "Station {{ place: {}, along: {}, at: {}, precision: {}, notional: {} }}",
            s.0,
            s.1.round() as u16,
            moment(Some(s.2)),
            variant("Precision", s.3),
            s.4
        )),
        list(legs(&stations), |(from, to, certain)| format!(
            "Leg {{ from: {from}, to: {to}, certain: {certain} }}"
        )),
        list(&course.planned, |p| vertex(*p)),
        landings(c, r),
    )
}

/// Length of a line up to each vertex.
fn lengths(line: &[MapPoint]) -> Vec<f64> {
    let mut along: Vec<f64> = Vec::new();
    let mut sum = 0.0;
    let mut before: Option<MapPoint> = None;
    for &p in line {
        // Vertices are written rounded; so are their distances, to agree with what is drawn.
        let p = MapPoint {
            x: p.x.round(),
            y: p.y.round(),
        };
        sum += before.map_or(0.0, |b| distance(b, p));
        along.push(sum);
        before = Some(p);
    }
    along
}

/// Stretches between stations, neighbours of one kind joined.
fn legs(stations: &[(usize, f64, Moment, &str, bool)]) -> Vec<(u16, u16, bool)> {
    let mut legs: Vec<(u16, u16, bool)> = Vec::new();
    for pair in stations.windows(2) {
        let [a, b] = pair else { continue };
        let (from, to, certain) = (a.1.round() as u16, b.1.round() as u16, !a.4 && !b.4);
        match legs.last_mut() {
            Some(last) if last.2 == certain => last.1 = to,
            _ => legs.push((from, to, certain)),
        }
    }
    legs
}

fn landings(c: &Content, r: &RouteRecord) -> String {
    let counted = !r.landings.is_empty() || r.aircraft.is_some() || r.interval_seconds.is_some();
    let Some(field) = r.waypoints.get(1).filter(|_| counted) else {
        return "None".into();
    };
    let stream = r
        .interval_seconds
        .or(r.aircraft)
        .and(r.landings.first().copied().or(field.time));
    // All are down when the men are seen in the town behind the field.
    let by = r.waypoints.get(2).and_then(|w| w.time);
    let total = r.aircraft.zip(by);
    format!(
        "Some(Landings {{ field: {}, known: {}, stream: {}, total: {} }})",
        place_index(c, &field.place),
        list(&r.landings, |m| moment(Some(*m))),
        option(stream, |m| moment(Some(m))),
        option(total, |(n, by)| format!(
            "({}, {})",
            n as u16,
            moment(Some(by))
        ))
    )
}

/// `words.rs`: the interface words as one struct of constants.
pub fn words(c: &Content) -> String {
    let mut out =
        String::from("/// The words of the interface in one language.\npub struct Words {\n");
    let keys: Vec<&String> = c
        .words
        .first()
        .map(|w| w.iter().map(|(k, _)| k).collect())
        .unwrap_or_default();
    for key in &keys {
        let _ = writeln!(out, "    pub {key}: &'static str,");
    }
    out.push_str("}\n/// The words, in the order of the languages.\npub static WORDS: [Words; Language::ALL.len()] = [\n");
    for words in &c.words {
        out.push_str("Words {\n");
        for (key, wording) in words {
            let _ = writeln!(out, "    {key}: {},", literal(wording));
        }
        out.push_str("},\n");
    }
    out.push_str("];\n");
    let acts =
        |pick: fn(&super::records::ActRecord) -> &Translated| list(&c.acts, |a| text(pick(a)));
    let _ = writeln!(
        out,
        "/// Names of the acts.\npub static ACT_NAMES: &[Text] = {};",
        acts(|a| &a.name)
    );
    let _ = writeln!(
        out,
        "/// Short names of the acts.\npub static ACT_SHORTS: &[Text] = {};",
        acts(|a| &a.short)
    );
    let _ = writeln!(
        out,
        "/// The page's title.\npub static TITLE: Text = {};",
        text(&c.frame.title)
    );
    let _ = writeln!(
        out,
        "/// The line under the title.\npub static SUBTITLE: Text = {};",
        text(&c.frame.subtitle)
    );
    out
}

/// `prose.rs`: what only the host needs, because the browser finds it in the page.
pub fn prose(c: &Content, map: &BaseMap) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "pub static DESCRIPTION: Text = {};",
        text(&c.frame.description)
    );
    let _ = writeln!(
        out,
        "pub static ROUTES: &[RouteProse] = {};",
        list(&c.routes, |r| format!(
            "RouteProse {{ objective: {}, note: {}, sources: {}, waypoints: {} }}",
            option(r.objective.as_ref(), text),
            option(r.note.as_ref(), text),
            source_indices(c, &r.sources),
            list(r.waypoints.iter().filter(|w| !w.via), |w| format!(
                "WaypointProse {{ place: {}, at: {}, notional: {}, what: {} }}",
                place_index(c, &w.place),
                option(w.time.zip(w.precision), |(t, p)| format!(
                    "({}, {})",
                    moment(Some(t)),
                    variant("Precision", p)
                )),
                w.notional,
                option(w.what.as_ref(), text)
            ))
        ))
    );
    let _ = writeln!(
        out,
        "pub static EVENTS: &[EventProse] = {};",
        list(&c.events, |e| format!(
            "EventProse {{ text: {}, confidence: {}, sources: {} }}",
            text(&e.text),
            variant("Confidence", e.confidence),
            source_indices(c, &e.sources)
        ))
    );
    let _ = writeln!(
        out,
        "pub static REACTIONS: &[ReactionProse] = {};",
        list(&c.reactions, |r| format!(
            "ReactionProse {{ at: {}, precision: {}, dated: {}, basis: {}, confidence: {}, sources: {}, \
             figures: {}, name: {}, official: {}, text: {}, article: {} }}",
            moment(r.when),
            variant("Precision", r.precision),
            r.dated,
            variant("Basis", r.basis),
            variant("Confidence", r.confidence),
            source_indices(c, &r.sources),
            list(&r.figures, |f| literal(f)),
            text(&r.name),
            option(r.official.as_ref(), text),
            text(&r.text),
            option(r.article.as_ref(), text)
        ))
    );
    let _ = writeln!(
        out,
        "pub static SOURCES: &[SourceProse] = {};",
        list(&c.sources, |s| format!(
            "SourceProse {{ id: {}, title: {}, url: {} }}",
            literal(&s.id),
            literal(&s.title),
            option(s.url.as_ref(), |u| literal(u))
        ))
    );
    let _ = writeln!(
        out,
        "pub static EXONYMS: &[(Option<Text>, Option<&str>)] = {};",
        list(&c.places, |p| format!(
            "({}, {})",
            option(p.exonym.as_ref(), text),
            option(p.today.as_ref(), |t| literal(t))
        ))
    );
    let layers = [
        ("LAND", &map.land),
        ("HOME", &map.home),
        ("BORDERS", &map.borders),
        ("CURTAIN", &map.curtain),
        ("INNER", &map.inner),
        ("RIVERS", &map.rivers),
        ("STREAMS", &map.streams),
        ("LAKES", &map.lakes),
        ("RELIEF", &map.relief.0),
    ];
    for (name, data) in layers {
        let _ = writeln!(out, "pub static {name}: &str = {};", literal(data));
    }
    let _ = writeln!(out, "pub static RELIEF_BOX: [i32; 4] = {:?};", map.relief.1);
    out
}
