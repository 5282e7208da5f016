DROP TABLE display_choices;
DROP TABLE profile_choices;
