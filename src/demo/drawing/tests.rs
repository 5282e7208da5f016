//! The drawings are the same each time, are photos that the house takes, and say where the face is.
use super::{
    Drawn, HairColour, HairLength, Head, Loss, Moment, Sex, View, draw, draw_jpeg, regions,
};
use crate::imaging::{Limits, probe};

const HEAD: Head = Head {
    seed: 7,
    skin: 3,
    hair: HairColour::Brown,
    loss: Loss::Receding(6),
    sex: Sex::Male,
    age: 41,
    beard: false,
    hair_length: HairLength::Shaved,
};
const VIEWS: [View; 5] = [View::Front, View::Left, View::Right, View::Top, View::Back];

#[test]
fn the_same_head_is_drawn_the_same_and_the_treatment_shows() {
    let before = draw(&HEAD, View::Top, Moment::Before);
    assert_eq!(before, draw(&HEAD, View::Top, Moment::Before));
    assert!(before.width * before.height >= 3_000_000);
    assert_eq!(
        before.rgb.len(),
        (before.width * before.height * 3) as usize
    );
    let healed = draw(&HEAD, View::Top, Moment::Healed);
    assert!(
        middle(&healed) < middle(&before),
        "pigment makes a bare top darker"
    );
}

#[test]
fn a_drawing_is_a_photo_that_we_take() {
    let bytes = draw_jpeg(&HEAD, View::Back, Moment::Fresh).unwrap();
    let seen = probe(&bytes, &Limits::default()).unwrap();
    assert_eq!((seen.width, seen.height), (1600, 2000));
}

#[test]
fn face_and_eyes_lie_on_the_picture_and_the_eyes_in_the_face() {
    for view in VIEWS {
        for moment in [Moment::Before, Moment::Fresh, Moment::Healed] {
            let found = regions(&HEAD, view, moment);
            for rect in [Some(found.face), found.eyes].into_iter().flatten() {
                assert!(rect.x >= 0.0 && rect.y >= 0.0 && rect.width > 0.0 && rect.height > 0.0);
                assert!(rect.x + rect.width <= 1.0 + 1e-9 && rect.y + rect.height <= 1.0 + 1e-9);
            }
            assert_eq!(found.eyes.is_none(), view == View::Back);
        }
    }
    let front = regions(&HEAD, View::Front, Moment::Before);
    let eyes = front.eyes.unwrap();
    assert!(eyes.y > front.face.y && eyes.y + eyes.height < front.face.y + front.face.height);
}

/// Mean brightness of the middle of a picture.
fn middle(drawn: &Drawn) -> u64 {
    let (width, height) = (drawn.width as usize, drawn.height as usize);
    let mut sum = 0;
    for y in height / 3..height / 2 {
        let row = &drawn.rgb[(y * width + width * 2 / 5) * 3..(y * width + width * 3 / 5) * 3];
        sum += row.iter().map(|v| u64::from(*v)).sum::<u64>();
    }
    sum / ((height / 2 - height / 3) * (width / 5) * 3) as u64
}
