//! What a photo shows, in words: for people who can't see it.

use super::drawing::{Head, Loss, Moment, Sex, View};

/// The alternative text of a photo; where the face is not shown, it says nothing of it either.
pub(super) fn alt(head: &Head, view: View, moment: Moment, face_shown: bool) -> String {
    let from = if face_shown {
        whom(view, head)
    } else {
        scalp(view).to_owned()
    };
    format!("{from}, {}: {}", when(moment), seen(head, moment, view))
}

fn whom(view: View, head: &Head) -> String {
    let person = match (head.sex, head.beard) {
        (Sex::Male, true) => "a bearded man",
        (Sex::Male, false) => "a man",
        (Sex::Female, _) => "a woman",
    };
    match view {
        View::Front => format!("Head of {person} from the front"),
        View::Left => format!("Head of {person} from the left"),
        View::Right => format!("Head of {person} from the right"),
        View::Top => format!("Head of {person} from above"),
        View::Back => format!("Back of the head of {person}"),
    }
}

fn scalp(view: View) -> &'static str {
    match view {
        View::Front => "Forehead and scalp from the front",
        View::Left => "Side of the head from the left",
        View::Right => "Side of the head from the right",
        View::Top => "Scalp from above",
        View::Back => "Back of the head",
    }
}

fn when(moment: Moment) -> &'static str {
    match moment {
        Moment::Before => "before treatment",
        Moment::Fresh => "right after the last session",
        Moment::Healed => "healed",
    }
}

fn seen(head: &Head, moment: Moment, view: View) -> String {
    use Moment::{Before, Fresh, Healed};
    let text = match (head.loss, moment) {
        (Loss::Receding(grade), Before) => return receding(grade, view).to_owned(),
        (Loss::Receding(_), Fresh) => {
            "small dark dots fill the bare area up to a new hairline; the skin is a little pink"
        }
        (Loss::Receding(_), Healed) => {
            "the dots have softened and look like closely shaved hair, with a hairline of uneven edge"
        }
        (Loss::Thinning, Before) => "the parting is wide and skin shows between the hairs",
        (Loss::Thinning, Fresh) => {
            "dots between the hairs darken the skin of the parting, which is slightly pink"
        }
        (Loss::Thinning, Healed) => "the parting is narrower to the eye; less skin shines through",
        (Loss::Crown, Before) => "a round bare patch on the crown, with short hair around it",
        (Loss::Crown, Fresh) => {
            "the patch on the crown is covered with fine dark dots on pink skin"
        }
        (Loss::Crown, Healed) => {
            "the crown has the tone of the hair around it; the edge of the patch is hard to find"
        }
        (Loss::StripScar, Before) => {
            "a pale line-shaped scar runs across the back of the head from ear to ear"
        }
        (Loss::StripScar, Fresh) => {
            "the line-shaped scar is stippled with dots; skin around it is pink"
        }
        (Loss::StripScar, Healed) => {
            "the scar has the tone of the short hair around it; a faint line can be seen up close"
        }
        (Loss::FueDots, Before) => "many small white round scars between short hairs",
        (Loss::FueDots, Fresh) => {
            "most of the white dots are filled with pigment; the skin is pink"
        }
        (Loss::FueDots, Healed) => {
            "the white dots have gone into the tone of the hair; a few stay paler"
        }
        (Loss::Alopecia, Before) => "smooth bare patches without any hair",
        (Loss::Alopecia, Fresh) => "dots cover the bare patches; the skin around them is pink",
        (Loss::Alopecia, Healed) => {
            "an even shadow like closely shaved hair where the patches were"
        }
    };
    text.to_owned()
}

/// Hair that went back, by grade; what can be seen of it depends on the side.
fn receding(grade: u8, view: View) -> &'static str {
    match (grade, view) {
        (..=3, View::Top) => {
            "the hairline is set back at both temples, the rest of the hair is there"
        }
        (..=3, _) => "the hairline has gone back at the temples",
        (4..=5, View::Top) => {
            "bare skin in front and on the crown, with a thin bridge of hair between"
        }
        (4..=5, _) => "the front is bare up to the middle of the head, short hair at the sides",
        (6.., View::Back) => "bare skin down to a ring of short hair",
        (6.., _) => "the top is bare, with short hair at the sides only",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::people;

    #[test]
    fn every_photo_is_told_apart_from_its_neighbours() {
        for person in people::all() {
            let mut told: Vec<String> = Vec::new();
            for view in &person.views {
                for moment in [Moment::Before, Moment::Fresh, Moment::Healed] {
                    told.push(alt(&person.head, *view, moment, true));
                    told.push(alt(&person.head, *view, moment, false));
                }
            }
            let all = told.len();
            told.sort();
            told.dedup();
            assert_eq!(told.len(), all, "{told:?}");
            assert!(told.iter().all(|text| text.chars().count() < 160));
        }
    }
}
