//! Numbers as a language writes them (CLDR): groups of three digits, and the sign before a fraction.

use super::language::Language;

/// What stands between groups, before a fraction, and the fewest digits that are grouped. Arabic has the digits of the web,
/// as CLDR has them where no country is named: the clinic's own numbers, prices and telephones are written with them too.
fn signs(language: Language) -> (&'static str, char, usize) {
    match language {
        Language::English | Language::Arabic => (",", '.', 4),
        Language::German => (".", ',', 4),
        Language::Spanish => (".", ',', 5),
        Language::French => ("\u{202f}", ',', 4),
    }
}

/// `12345.5` as `12.345,5` in German.
pub fn written(number: f64, language: Language) -> String {
    let (between, point, fewest) = signs(language);
    let plain = number.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
    let mut text = String::new();
    if number < 0.0 {
        text.push('-');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && whole.len() >= fewest && (whole.len() - place).is_multiple_of(3) {
            text.push_str(between);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// A number with the same plural form that the library's rules know it by. Theirs for Arabic take the whole number where CLDR
/// takes its last two digits, so 103 would be said like 100 and not like 3; and a fraction is never "a few".
pub fn plural_stand_in(number: f64, language: Language) -> f64 {
    if language != Language::Arabic {
        return number;
    }
    let last = number.abs() % 100.0;
    match number.fract() == 0.0 {
        true if last >= 3.0 => last,
        true => number,
        false => 100.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_groups_in_its_own_way() {
        let written = |number| Language::ALL.map(|language| written(number, language));
        assert_eq!(written(7.0), ["7"; 5]);
        assert_eq!(
            written(1234.0),
            ["1,234", "1.234", "1234", "1\u{202f}234", "1,234"]
        );
        assert_eq!(
            written(1_234_567.5),
            [
                "1,234,567.5",
                "1.234.567,5",
                "1.234.567,5",
                "1\u{202f}234\u{202f}567,5",
                "1,234,567.5"
            ]
        );
        assert_eq!(written(-0.5)[1], "-0,5");
    }
}
