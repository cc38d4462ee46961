//! Colours: how light, how far apart, how they are mixed, and how others see them.

/// Red, green and blue in sRGB, 0..=1.
pub type Colour = [f64; 3];

/// `#1d2e3f` as a colour.
pub fn parsed(text: &str) -> Option<Colour> {
    let hex = text.strip_prefix('#').filter(|h| h.len() == 6)?;
    let part = |i: usize| {
        let byte = u8::from_str_radix(hex.get(i..i + 2)?, 16).ok()?;
        Some(f64::from(byte) / 255.0)
    };
    Some([part(0)?, part(2)?, part(4)?])
}

fn linear(value: f64) -> f64 {
    if value <= 0.040_45 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

fn encoded(value: f64) -> f64 {
    let value = value.clamp(0.0, 1.0);
    if value <= 0.003_130_8 {
        12.92 * value
    } else {
        1.055 * value.powf(1.0 / 2.4) - 0.055
    }
}

/// Relative luminance, as WCAG defines it.
pub fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Contrast of two colours, as WCAG defines it: 1..=21.
pub fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// A colour that covers another in part.
pub fn over(top: Colour, ground: Colour, opacity: f64) -> Colour {
    std::array::from_fn(|i| top[i] * opacity + ground[i] * (1.0 - opacity))
}

/// Grey `shade` (0..=1) laid over a colour by `mix-blend-mode: soft-light` (Compositing and Blending, level 1).
pub fn soft_light(ground: Colour, shade: f64, opacity: f64) -> Colour {
    let blended = ground.map(|g| {
        if shade <= 0.5 {
            return g - (1.0 - 2.0 * shade) * g * (1.0 - g);
        }
        let lifted = if g <= 0.25 {
            ((16.0 * g - 12.0) * g + 4.0) * g
        } else {
            g.sqrt()
        };
        g + (2.0 * shade - 1.0) * (lifted - g)
    });
    over(blended, ground, opacity)
}

/// Distance of two colours in Oklab: about 0.02 is just noticed side by side, black and white are 1 apart.
pub fn distance(a: Colour, b: Colour) -> f64 {
    let (a, b) = (oklab(a), oklab(b));
    (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt()
}

/// Oklab, by its author's published matrices (B. Ottosson 2020).
fn oklab(colour: Colour) -> [f64; 3] {
    let [r, g, b] = colour.map(linear);
    let cones = [
        0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b,
        0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b,
        0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b,
    ];
    let [l, m, s] = cones.map(f64::cbrt);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

/// How colours are seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Eyes {
    /// As most see them.
    Most,
    /// As a grey print or screen shows them.
    Grey,
    /// Without the long cones.
    Protanopia,
    /// Without the middle cones.
    Deuteranopia,
    /// Without the short cones.
    Tritanopia,
}

impl Eyes {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Most,
        Self::Grey,
        Self::Protanopia,
        Self::Deuteranopia,
        Self::Tritanopia,
    ];

    /// A colour as these eyes see it. The matrices, for linear light, are those of G. Machado, M. Oliveira and
    /// L. Fernandes, 'A Physiologically-based Model for Simulation of Color Vision Deficiency' (2009), severity 1.0.
    pub fn see(self, colour: Colour) -> Colour {
        let matrix = match self {
            Self::Most => return colour,
            Self::Grey => return [encoded(luminance(colour)); 3],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        };
        let light = colour.map(linear);
        matrix.map(|row| encoded((0..3).map(|i| row[i] * light[i]).sum()))
    }
}

#[test]
fn contrast_is_that_of_the_guidelines() {
    let (black, white) = ([0.0; 3], [1.0; 3]);
    assert!((contrast(black, white) - 21.0).abs() < 1e-9);
    // The grey that is known to be just enough on white.
    let grey = parsed("#767676").expect("a colour");
    assert!((contrast(grey, white) - 4.54).abs() < 0.01);
    assert_eq!(parsed("#12345"), None);
}

#[test]
fn eyes_differ_as_they_should() {
    let [red, green, grey] =
        ["#c00000", "#5a6e00", "#808080"].map(|c| parsed(c).expect("a colour"));
    let apart = |eyes: Eyes| distance(eyes.see(red), eyes.see(green));
    assert!(apart(Eyes::Deuteranopia) < 0.6 * apart(Eyes::Most));
    for eyes in Eyes::ALL {
        assert!(distance(eyes.see(grey), grey) < 0.01, "{eyes:?}");
    }
}
