//! How heavy the finished page may be. A build that is heavier is refused, with the table of what weighs how much.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::size::{self, Weighed};

/// What is weighed, the most it may weigh, and what it ought to weigh one day; in bytes.
struct Limit {
    name: &'static str,
    of: fn(&Weighed) -> usize,
    most: usize,
    goal: usize,
}

/// Of the first visit what travels, packed with brotli; of the one file what lies on the disk. A frame loads what a
/// first visit loads. The limits lie a little above what was reached: whoever raises one says why.
const LIMITS: [Limit; 3] = [
    Limit {
        name: "first visit, without fonts",
        of: |weighed| weighed.first_visit.brotli,
        most: 247_000,
        goal: 190_000,
    },
    Limit {
        name: "first visit, with fonts",
        of: |weighed| weighed.with_fonts.brotli,
        most: 303_000,
        goal: 250_000,
    },
    Limit {
        name: "the one file",
        of: |weighed| weighed.one_file,
        most: 1_500_000,
        goal: 900_000,
    },
];

/// Refuses a finished `dist/` that is too heavy.
pub fn check(dist: &Path) -> Result<()> {
    let weighed = size::weigh(dist)?;
    let broken = broken(&weighed);
    ensure!(
        broken.is_empty(),
        "{}\n{}",
        weighed.table(),
        broken.join("\n")
    );
    println!("{}", kept(&weighed));
    Ok(())
}

/// A line for each limit that is broken.
fn broken(weighed: &Weighed) -> Vec<String> {
    let heavy = LIMITS
        .iter()
        .filter(|limit| (limit.of)(weighed) > limit.most);
    let line = |limit: &Limit| {
        let (name, is, most) = (limit.name, (limit.of)(weighed), limit.most);
        format!(
            "{name}: {is} bytes, {} more than the {most} allowed",
            is - most
        )
    };
    heavy.map(line).collect()
}

/// A line for each limit.
fn kept(weighed: &Weighed) -> String {
    let line = |limit: &Limit| {
        let (name, is) = (limit.name, (limit.of)(weighed));
        format!(
            "{name}: {is} bytes of {} allowed; the goal is {}",
            limit.most, limit.goal
        )
    };
    let lines: Vec<String> = LIMITS.iter().map(line).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::size::Size;

    fn weighed(first: usize, with_fonts: usize, one_file: usize) -> Weighed {
        let travelling = |brotli| Size { raw: 0, brotli };
        Weighed {
            rows: Vec::new(),
            first_visit: travelling(first),
            with_fonts: travelling(with_fonts),
            one_file,
        }
    }

    #[test]
    fn what_is_as_heavy_as_allowed_is_let_through() {
        let [first, with_fonts, one_file] = LIMITS.map(|limit| limit.most);
        assert_eq!(
            broken(&weighed(first, with_fonts, one_file)),
            Vec::<String>::new()
        );
    }

    #[test]
    fn each_limit_is_told_by_its_name_when_it_is_broken() {
        let [first, with_fonts, one_file] = LIMITS.map(|limit| limit.most);
        for (index, heavier) in [
            weighed(first + 1, with_fonts, one_file),
            weighed(first, with_fonts + 1, one_file),
            weighed(first, with_fonts, one_file + 1),
        ]
        .iter()
        .enumerate()
        {
            let lines = broken(heavier);
            assert_eq!(lines.len(), 1);
            assert!(lines[0].starts_with(LIMITS[index].name), "{}", lines[0]);
            assert!(lines[0].contains("1 more than"), "{}", lines[0]);
        }
    }

    #[test]
    fn no_goal_lies_above_its_limit() {
        assert!(LIMITS.iter().all(|limit| limit.goal <= limit.most));
    }
}
