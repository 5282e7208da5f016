//! Those who send too much, too slowly, or what breaks decoders: they are sent away, and the others are served.

use std::io::{Read, Write};
use std::net::TcpStream;

use futures_util::future::join_all;

use crate::support::studio::{PASSWORD, Studio, photo};

/// A connection that speaks by hand.
fn open(studio: &Studio, head: &str) -> TcpStream {
    let address = studio.clinic.url.trim_start_matches("http://");
    let mut socket = TcpStream::connect(address).unwrap();
    socket.write_all(head.as_bytes()).unwrap();
    socket
}

/// What the server answers until it closes; an empty text when it closes without a word.
fn answer(socket: &mut TcpStream) -> String {
    let mut got = Vec::new();
    let mut part = [0; 4096];
    while let Ok(read @ 1..) = socket.read(&mut part) {
        got.extend_from_slice(&part[..read]);
    }
    String::from_utf8_lossy(&got).into_owned()
}

#[tokio::test]
async fn s30_a_gigabyte_is_refused_long_before_its_end_and_others_are_served() {
    let studio = Studio::open().await;
    let begin = format!(
        "--b\r\ncontent-disposition: form-data; name=\"form_token\"\r\n\r\n{}\r\n\
         --b\r\ncontent-disposition: form-data; name=\"stage\"\r\n\r\nbefore\r\n\
         --b\r\ncontent-disposition: form-data; name=\"angle\"\r\n\r\nfront\r\n\
         --b\r\ncontent-disposition: form-data; name=\"taken_on\"\r\n\r\n2026-01-10\r\n\
         --b\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\n\r\n",
        studio.staff.token().await
    );
    let path = format!("/staff/cases/{}/photos", studio.case);
    let (kind, part) = ("multipart/form-data; boundary=b", vec![0; 1 << 20]);
    let visitor = studio.clinic.visitor();
    let ((taken, told), gallery) = tokio::join!(
        studio.staff.pour(&path, kind, begin, part, 1024),
        visitor.get("/"),
    );
    gallery.expect(200);
    // A hundred are read before it is refused, and its sender is held back while the answer is made.
    assert!(taken < 200, "{taken} MiB were taken");
    if let Some(page) = told {
        page.expect(413);
    }
    visitor.get("/").await.expect(200);
}

#[tokio::test]
async fn s30_a_form_of_many_parts_is_refused() {
    let studio = Studio::open().await;
    let path = format!("/staff/cases/{}/photos", studio.case);
    let many: Vec<_> = std::iter::repeat_n(("a.jpg", b"x".to_vec()), 101).collect();
    let fields = [
        ("stage", "before"),
        ("angle", "front"),
        ("taken_on", "2026-01-10"),
    ];
    studio.staff.upload(&path, &fields, &many).await.expect(413);
    let fields = [("taken_on", "2026-01-10"); 101];
    studio.staff.upload(&path, &fields, &[]).await.expect(413);
}

/// A head that does not end, and a form whose body does not come: both connections end by themselves.
#[tokio::test]
async fn s30_who_sends_nothing_is_not_waited_for() {
    let studio = Studio::open().await;
    let mut head = open(&studio, "GET / HTTP/1.1\r\nhost: candor.test\r\nx-a: ");
    let told = tokio::task::spawn_blocking(move || answer(&mut head));
    studio.clinic.visitor().get("/").await.expect(200);
    let told = told.await.unwrap();
    assert!(
        told.is_empty() || told.starts_with("HTTP/1.1 408"),
        "{told}"
    );
}

/// Photos of all our formats with bytes changed at random, always the same ones: each is developed or refused.
#[tokio::test]
async fn s32_photos_with_changed_bytes_are_developed_or_refused_and_the_site_lives() {
    let studio = Studio::open().await;
    let mut seed = 1u64;
    let mut random = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    let path = format!("/staff/cases/{}/photos", studio.case);
    let fields = [
        ("stage", "before"),
        ("angle", "front"),
        ("taken_on", "2026-01-10"),
    ];
    let mut kept = Vec::new();
    for number in 0..24u8 {
        let mut bytes = photo(number);
        if number % 2 == 1 {
            let png = image::load_from_memory(&bytes).unwrap();
            let mut held = std::io::Cursor::new(Vec::new());
            png.write_to(&mut held, image::ImageFormat::Png).unwrap();
            bytes = held.into_inner();
        }
        for _ in 0..=random() % 40 {
            let at = usize::try_from(random()).unwrap() % bytes.len();
            bytes[at] = random().to_le_bytes()[0];
        }
        let page = studio
            .staff
            .upload(&path, &fields, &[("a.jpg", bytes)])
            .await;
        assert!(page.status < 500, "photo {number}: {}", page.status);
        let told: serde_json::Value = serde_json::from_slice(&page.body).unwrap();
        kept.extend(told["files"][0]["photo"].as_str().map(str::to_owned));
    }
    assert!(kept.len() > 6, "most pass by their header: {}", kept.len());
    studio.clinic.drain().await;
    for id in kept {
        let shown = studio.staff.get(&format!("/staff/photos/{id}")).await;
        let shown = shown.expect(200).text();
        let stated = shown.contains("class=\"warning\"") || shown.contains("full_face-320.jpg");
        assert!(stated, "{id}: {shown}");
    }
    studio.clinic.visitor().get("/").await.expect(200);
}

/// Sixty sign-ins at one moment: some are tried, the others told to come back, and the gallery is there for all of it.
#[tokio::test]
async fn s33_a_flood_of_sign_ins_is_sent_away_and_the_gallery_holds() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let token = visitor.token().await;
    let emails: Vec<_> = (0..60)
        .map(|n| format!("someone{n}@studio.example"))
        .collect();
    let tries = emails.iter().map(async |email| {
        let fields = [
            ("form_token", token.as_str()),
            ("email", email),
            ("password", "not the password"),
        ];
        visitor.post_bare("/sign-in", &fields).await
    });
    let gallery = async {
        for path in ["/", "/stories", "/treatments", "/find"] {
            studio.clinic.visitor().get(path).await.expect(200);
        }
    };
    let (told, ()) = tokio::join!(join_all(tries), gallery);
    let mut tried = 0;
    for page in told {
        match page.status {
            422 => tried += 1,
            429 | 503 => assert!(page.header("retry-after").parse::<i64>().unwrap() > 0),
            other => panic!("{other}"),
        }
    }
    // Five, and on a slow machine those for whom the wait was over meanwhile.
    assert!((1..12).contains(&tried), "{tried}");
    // Who waits as long as they were told gets in.
    let db = &studio.clinic.app.db;
    db.set_clock_offset(chrono::Duration::minutes(6));
    let right = [("email", "staff@studio.example"), ("password", PASSWORD)];
    visitor.post("/sign-in", &right).await.expect(303);
}

/// Many guesses at one moment count as they would one after the other.
#[tokio::test]
async fn s38_guesses_at_one_moment_are_no_more_than_guesses_in_a_row() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let token = visitor.token().await;
    let guesses = (0..20).map(async |n| {
        let guess = if n == 19 {
            PASSWORD
        } else {
            "not the password"
        };
        let fields = [
            ("form_token", token.as_str()),
            ("email", "staff@studio.example"),
            ("password", guess),
        ];
        visitor.post_bare("/sign-in", &fields).await.status
    });
    let told = join_all(guesses).await;
    let tried = told.iter().filter(|status| **status == 422).count();
    // Five, and on a slow machine those for whom the wait was over meanwhile: it doubles.
    assert!(tried < 12, "{told:?}");
    assert!(told.contains(&429), "{told:?}");
}

/// Two hundred searches at one moment, each for other words, some of them misspelled and long.
#[tokio::test]
async fn s33_a_flood_of_searches_is_sent_away_and_the_gallery_holds() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    studio
        .admin
        .post("/admin/clinic/api", &[])
        .await
        .expect(303);
    let visitor = studio.clinic.visitor();
    let media = visitor.get(&address).await.expect(200).media();
    for list in ["/stories", "/api/v1/stories"] {
        let searches = (0..200).map(|n| format!("{list}?q=crwon{n}+hairlnie{n}+scalpel"));
        let searches: Vec<_> = searches.collect();
        let told = join_all(searches.iter().map(async |path| visitor.get(path).await));
        let gallery = async {
            for path in ["/", "/stories", "/find", &address, &media[0]] {
                studio.clinic.visitor().get(path).await.expect(200);
            }
        };
        let (told, ()) = tokio::join!(told, gallery);
        let answered = told.iter().filter(|page| page.status == 200).count();
        assert!((1..200).contains(&answered), "{list}: {answered}");
        for page in told.iter().filter(|page| page.status != 200) {
            assert_eq!(page.status, 503, "{list}");
            assert!(page.header("retry-after").parse::<i64>().unwrap() > 0);
        }
        visitor.get(&searches[0]).await.expect(200);
    }
}
