//! The window on the map: whatever is asked, it stays on the view.

use five_armies::camera::{CLOSEST, Camera, Look, ZOOM_STEP};
use five_armies::projection::MapPoint;
use five_armies::story::{MapBox, STORY};
use proptest::prelude::*;

const VIEW: MapBox = STORY.view;

fn middle() -> MapPoint {
    MapPoint {
        x: VIEW.x + VIEW.width / 2.0,
        y: VIEW.y + VIEW.height / 2.0,
    }
}

/// A point of the window, which has the view's own units.
fn inside() -> impl Strategy<Value = MapPoint> {
    (0.0..=1.0_f64, 0.0..=1.0_f64).prop_map(|(x, y)| MapPoint {
        x: VIEW.x + x * VIEW.width,
        y: VIEW.y + y * VIEW.height,
    })
}

/// Any number, with those that are none among them.
fn wild() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        -5000.0..5000.0_f64,
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(f64::NEG_INFINITY),
        Just(0.0),
    ]
}

fn wild_look() -> impl Strategy<Value = Look> {
    prop_oneof![
        (wild(), wild(), wild()).prop_map(|(f, x, y)| Look::Zoom(f, MapPoint { x, y })),
        wild().prop_map(Look::ZoomMiddle),
        (wild(), wild()).prop_map(|(x, y)| Look::Drag(x, y)),
        (wild(), wild()).prop_map(|(x, y)| Look::Show(MapPoint { x, y })),
        Just(Look::Whole),
    ]
}

/// What a reader can do.
fn mild_look() -> impl Strategy<Value = Look> {
    prop_oneof![
        (0.2..5.0_f64, inside()).prop_map(|(f, at)| Look::Zoom(f, at)),
        (0.2..5.0_f64).prop_map(Look::ZoomMiddle),
        (-2000.0..2000.0_f64, -2000.0..2000.0_f64).prop_map(|(x, y)| Look::Drag(x, y)),
        inside().prop_map(Look::Show),
    ]
}

fn after(looks: &[Look]) -> Camera {
    looks.iter().fold(Camera::whole(VIEW), |camera, look| {
        camera.after(*look, VIEW)
    })
}

/// Where a map point is drawn in the window.
fn drawn(camera: Camera, p: MapPoint) -> MapPoint {
    let (x, y) = camera.shift(VIEW);
    MapPoint {
        x: p.x * camera.zoom + x,
        y: p.y * camera.zoom + y,
    }
}

/// The map point at a point of the window.
fn under(camera: Camera, at: MapPoint) -> MapPoint {
    let (x, y) = camera.shift(VIEW);
    MapPoint {
        x: (at.x - x) / camera.zoom,
        y: (at.y - y) / camera.zoom,
    }
}

/// Whether the middle lies well inside the bounds, so that nothing held it back.
fn is_free(camera: Camera) -> bool {
    let slack = (1.0 - 1.0 / camera.zoom) / 2.0 - 1e-9;
    (camera.centre.x - middle().x).abs() < VIEW.width * slack
        && (camera.centre.y - middle().y).abs() < VIEW.height * slack
}

proptest! {
    #[test]
    fn the_window_never_leaves_the_view(looks in proptest::collection::vec(wild_look(), 0..12)) {
        let camera = after(&looks);
        prop_assert!((1.0..=CLOSEST).contains(&camera.zoom), "{camera:?}");
        let right = VIEW.x + VIEW.width;
        let bottom = VIEW.y + VIEW.height;
        let (near, far) = (under(camera, MapPoint { x: VIEW.x, y: VIEW.y }), under(camera, MapPoint { x: right, y: bottom }));
        prop_assert!(near.x >= VIEW.x - 1e-6 && near.y >= VIEW.y - 1e-6, "{camera:?} shows {near:?}");
        prop_assert!(far.x <= right + 1e-6 && far.y <= bottom + 1e-6, "{camera:?} shows {far:?}");
    }

    #[test]
    fn the_map_under_the_cursor_stays_there(
        before in proptest::collection::vec(mild_look(), 0..6),
        factor in 0.3..4.0_f64,
        at in inside(),
    ) {
        let camera = after(&before);
        let zoomed = camera.after(Look::Zoom(factor, at), VIEW);
        prop_assume!(is_free(zoomed));
        let (was, is) = (under(camera, at), under(zoomed, at));
        prop_assert!((was.x - is.x).abs() < 1e-6 && (was.y - is.y).abs() < 1e-6, "{was:?} became {is:?}");
    }

    #[test]
    fn zooming_in_never_needs_holding_back(before in proptest::collection::vec(mild_look(), 0..6), factor in 1.0..4.0_f64, at in inside()) {
        let camera = after(&before);
        let zoomed = camera.after(Look::Zoom(factor, at), VIEW);
        let (was, is) = (under(camera, at), under(zoomed, at));
        prop_assert!((was.x - is.x).abs() < 1e-6 && (was.y - is.y).abs() < 1e-6, "{was:?} became {is:?}");
    }

    #[test]
    fn a_drag_moves_the_map_by_as_much(before in proptest::collection::vec(mild_look(), 1..6), dx in -50.0..50.0_f64, dy in -50.0..50.0_f64) {
        let camera = after(&before);
        let dragged = camera.after(Look::Drag(dx, dy), VIEW);
        prop_assume!(is_free(dragged));
        let (was, is) = (drawn(camera, middle()), drawn(dragged, middle()));
        prop_assert!((is.x - was.x - dx).abs() < 1e-6 && (is.y - was.y - dy).abs() < 1e-6);
    }

    #[test]
    fn what_is_shown_is_in_the_window(before in proptest::collection::vec(mild_look(), 0..6), point in inside()) {
        let camera = after(&before).after(Look::Show(point), VIEW);
        let at = drawn(camera, point);
        prop_assert!((VIEW.x - 1e-6..=VIEW.x + VIEW.width + 1e-6).contains(&at.x), "{at:?}");
        prop_assert!((VIEW.y - 1e-6..=VIEW.y + VIEW.height + 1e-6).contains(&at.y), "{at:?}");
        prop_assert_eq!(camera.after(Look::Show(point), VIEW), camera, "asked twice, it moved twice");
    }

    #[test]
    fn what_is_drawn_somewhere_lies_under_it(before in proptest::collection::vec(mild_look(), 0..6), p in inside()) {
        let camera = after(&before);
        let back = under(camera, drawn(camera, p));
        prop_assert!((back.x - p.x).abs() < 1e-6 && (back.y - p.y).abs() < 1e-6);
    }
}

#[test]
fn the_whole_view_is_drawn_as_it_is() {
    let whole = Camera::whole(VIEW);
    assert_eq!((whole.zoom, whole.centre), (1.0, middle()));
    let (x, y) = whole.shift(VIEW);
    assert!(x.abs() < 1e-9 && y.abs() < 1e-9);
}

#[test]
fn a_factor_that_is_no_number_changes_nothing() {
    let camera = Camera::whole(VIEW).after(Look::Zoom(3.0, MapPoint { x: 100.0, y: 50.0 }), VIEW);
    for factor in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(
            camera.after(Look::ZoomMiddle(factor), VIEW),
            camera,
            "{factor}"
        );
        assert_eq!(
            camera.after(Look::Zoom(factor, middle()), VIEW),
            camera,
            "{factor}"
        );
    }
}

#[test]
fn zooming_stops_at_both_ends() {
    assert_eq!(after(&[Look::ZoomMiddle(ZOOM_STEP); 30]).zoom, CLOSEST);
    assert_eq!(after(&[Look::ZoomMiddle(1.0 / ZOOM_STEP); 30]).zoom, 1.0);
    for factor in [0.0, -1.0, -1e300, 1e-300] {
        assert_eq!(
            after(&[Look::ZoomMiddle(4.0), Look::ZoomMiddle(factor)]).zoom,
            1.0,
            "{factor}"
        );
    }
}

#[test]
fn out_and_in_again_is_the_whole_view() {
    let corner = MapPoint {
        x: VIEW.x,
        y: VIEW.y,
    };
    let camera = after(&[Look::Zoom(6.0, corner), Look::ZoomMiddle(0.001)]);
    assert_eq!(camera, Camera::whole(VIEW));
    assert_eq!(
        after(&[Look::Zoom(6.0, corner), Look::Whole]),
        Camera::whole(VIEW)
    );
}
