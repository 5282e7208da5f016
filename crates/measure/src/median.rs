//! The middle of many numbers, which a part that changed does not pull away.

/// The value that this part (0 to 1) of the numbers lies below; `None` of nothing.
pub(super) fn quantile(mut numbers: Vec<f64>, part: f64) -> Option<f64> {
    numbers.retain(|number| number.is_finite());
    if numbers.is_empty() {
        return None;
    }
    let place = ((numbers.len() - 1) as f64 * part).round() as usize;
    let (_, found, _) = numbers.select_nth_unstable_by(place, f64::total_cmp);
    Some(*found)
}

pub(super) fn median(numbers: Vec<f64>) -> Option<f64> {
    quantile(numbers, 0.5)
}
