//! One sheet of many, and what a module needs.

use candor::web::bundle::{modules, script, sheet};

fn files<'a>(all: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<String> + 'a {
    move |path| {
        let found = all.iter().find(|(name, _)| *name == path)?;
        Some(found.1.to_owned())
    }
}

#[test]
fn imports_become_layers_in_their_order() {
    let read = files(&[
        (
            "css/public.css",
            "@layer reset, base;\n@import url(\"reset.css\") layer(reset);\n/* ours; @import nothing */\n@import url(\"parts/all.css\") layer(base);\n",
        ),
        ("css/reset.css", "* { margin: 0 }\n"),
        (
            "css/parts/all.css",
            "@import url(\"card.css\");\na:hover > b { color: red }\n",
        ),
        (
            "css/parts/card.css",
            ".card { background: url(\"../../img/x.svg\"); content: \"a  /* b */;  c\" }\n",
        ),
    ]);
    assert_eq!(
        sheet("css/public.css", &read).unwrap(),
        "@layer reset, base;@layer reset{*{margin: 0}}@layer base{.card{background: url(\"../img/x.svg\");content: \"a  /* b */;  c\"}a:hover > b{color: red}}\n"
    );
}

#[test]
fn what_can_not_be_resolved_is_named() {
    for (text, named) in [
        ("@import url(\"gone.css\");", "css/gone.css"),
        ("@import url(\"a.css\");", "imports itself"),
        ("@import \"b.css\" screen;", "@import"),
    ] {
        let sheets = [("css/a.css", text)];
        let read = files(&sheets);
        let told = sheet("css/a.css", &read).unwrap_err();
        assert!(told.contains(named), "{told}");
    }
}

#[test]
fn a_module_names_all_that_it_needs_once() {
    let read = files(&[
        (
            "js/public.js",
            "// import \"./not.js\";\nimport { a,\n  b } from './compare.js';\nimport \"./parts/menu.js\";\nconst later = () => import(\"./later.js\");\n",
        ),
        (
            "js/compare.js",
            "export * from \"./parts/keys.js\";\nexport { a };\n",
        ),
        ("js/parts/menu.js", "import { keys } from \"./keys.js\";\n"),
        ("js/parts/keys.js", "export const keys = 1;\n"),
    ]);
    assert_eq!(
        modules("js/public.js", &read).unwrap(),
        [
            "js/public.js",
            "js/compare.js",
            "js/parts/menu.js",
            "js/parts/keys.js"
        ]
    );
}

#[test]
fn scripts_lose_their_comments_and_nothing_else() {
    let text = "/**\n * @param {string} a\n */\nfunction f(a) {\n  // says\n  return \"// no\" + a; // kept\n}\n/* one */ f(1);\n";
    assert_eq!(
        script(text),
        "function f(a) {\nreturn \"// no\" + a; // kept\n}\n/* one */ f(1);\n"
    );
    let unclear = "const a = `\n// part of the text\n`;\n";
    assert_eq!(script(unclear), unclear);
}
