//! The tables as diesel sees them, the same on both databases.

diesel::table! {
    audit_events (seq) {
        seq -> BigInt,
        at -> Timestamp,
        actor -> Text,
        verb -> Text,
        subject -> Text,
        detail -> Text,
        previous_sha256 -> Text,
        sha256 -> Text,
    }
}

diesel::table! {
    audit_head (id) {
        id -> Integer,
        seq -> BigInt,
        sha256 -> Text,
    }
}

diesel::table! {
    audit_anchors (day) {
        day -> Date,
        seq -> BigInt,
        sha256 -> Text,
        anchored_at -> Timestamp,
        place -> Text,
    }
}

diesel::table! {
    audit_checks (id) {
        id -> Text,
        checked_at -> Timestamp,
        checked_by -> Text,
        events -> BigInt,
        anchors -> BigInt,
        finding -> Nullable<Text>,
        seq -> Nullable<BigInt>,
        day -> Nullable<Date>,
    }
}

diesel::table! {
    content_version (id) {
        id -> Integer,
        mark -> Text,
    }
}

diesel::table! {
    jobs (id) {
        id -> Text,
        name -> Text,
        payload -> Text,
        run_at -> Timestamp,
        attempts -> Integer,
        leased_by -> Nullable<Text>,
        leased_until -> Nullable<Timestamp>,
        last_error -> Nullable<Text>,
        parked_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        turn -> Integer,
        about -> Nullable<Text>,
    }
}

diesel::table! {
    users (id) {
        id -> Text,
        name -> Text,
        email -> Text,
        email_folded -> Text,
        password_hash -> Nullable<Text>,
        created_at -> Timestamp,
        created_by -> Nullable<Text>,
        disabled_at -> Nullable<Timestamp>,
        disabled_by -> Nullable<Text>,
    }
}

diesel::table! {
    user_roles (user_id, role) {
        user_id -> Text,
        role -> Text,
        granted_at -> Timestamp,
        granted_by -> Nullable<Text>,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        user_id -> Text,
        created_at -> Timestamp,
        seen_at -> Timestamp,
        expires_at -> Timestamp,
        second_factor_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    second_factors (user_id) {
        user_id -> Text,
        id -> Text,
        begun_at -> Timestamp,
        confirmed_at -> Nullable<Timestamp>,
        last_step -> BigInt,
    }
}

diesel::table! {
    recovery_codes (code_sha256) {
        code_sha256 -> Text,
        user_id -> Text,
        made_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sign_in_challenges (id) {
        id -> Text,
        user_id -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    second_factor_rules (id) {
        id -> Text,
        rule -> Text,
        decided_at -> Timestamp,
        decided_by -> Text,
    }
}

diesel::table! {
    user_links (id) {
        id -> Text,
        user_id -> Text,
        purpose -> Text,
        token_sha256 -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<Text>,
        expires_at -> Timestamp,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    sign_in_delays (key) {
        key -> Text,
        failures -> Integer,
        failed_at -> Timestamp,
        open_at -> Timestamp,
    }
}

diesel::table! {
    clinic (id) {
        id -> Integer,
        name -> Text,
        time_zone -> Text,
        about -> Text,
        revision -> Integer,
        updated_at -> Timestamp,
        tagline -> Text,
        phone -> Text,
        email -> Text,
        booking_url -> Text,
        collecting -> Text,
        illustrated -> Bool,
        accent -> Nullable<Text>,
        radius -> Nullable<Integer>,
        logo_object -> Nullable<Text>,
        logo_sha256 -> Nullable<Text>,
        logo_width -> Nullable<Integer>,
        logo_height -> Nullable<Integer>,
        watermark -> Bool,
        language -> Text,
        enquiry_email -> Text,
    }
}

diesel::table! {
    watermarks (sha256) {
        sha256 -> Text,
        png -> Text,
        kept_at -> Timestamp,
    }
}

diesel::table! {
    embed_sites (id) {
        id -> Text,
        origin -> Text,
        attested_at -> Timestamp,
        attested_by -> Text,
        relation -> Text,
    }
}

diesel::table! {
    profile_choices (id) {
        id -> Text,
        profile -> Text,
        chosen_at -> Timestamp,
        chosen_by -> Text,
    }
}

diesel::table! {
    api_openings (id) {
        id -> Integer,
        opened_at -> Timestamp,
        opened_by -> Text,
    }
}

diesel::table! {
    display_choices (id) {
        id -> Text,
        mode -> Text,
        chosen_at -> Timestamp,
        chosen_by -> Text,
    }
}

diesel::table! {
    locations (id) {
        id -> Text,
        name -> Text,
        town -> Text,
        created_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        address -> Text,
        map_url -> Text,
        revision -> Integer,
        slug -> Text,
        hours -> Text,
        directions -> Text,
    }
}

diesel::table! {
    practitioners (id) {
        id -> Text,
        name -> Text,
        title -> Text,
        registration -> Text,
        created_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
        slug -> Text,
        bio -> Text,
        register_url -> Text,
        revision -> Integer,
        register_name -> Text,
    }
}

diesel::table! {
    treatments (id) {
        id -> Text,
        slug -> Text,
        name -> Text,
        summary -> Text,
        body -> Text,
        typical_result -> Text,
        aftercare -> Text,
        position -> Integer,
        revision -> Integer,
        created_at -> Timestamp,
        updated_at -> Timestamp,
        archived_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    treatment_sections (treatment_id, kind) {
        treatment_id -> Text,
        kind -> Text,
        body -> Text,
    }
}

diesel::table! {
    clients (id) {
        id -> Text,
        public_id -> Text,
        name -> Text,
        name_folded -> Text,
        email -> Nullable<Text>,
        phone -> Nullable<Text>,
        birth_date -> Nullable<Date>,
        adult_attested_at -> Nullable<Timestamp>,
        adult_attested_by -> Nullable<Text>,
        epoch -> BigInt,
        revision -> Integer,
        created_at -> Timestamp,
        created_by -> Text,
        erased_at -> Nullable<Timestamp>,
        erased_by -> Nullable<Text>,
    }
}

diesel::table! {
    cases (id) {
        id -> Text,
        client_id -> Text,
        treatment_id -> Text,
        practitioner_id -> Nullable<Text>,
        location_id -> Nullable<Text>,
        age_band -> Nullable<Text>,
        sex -> Nullable<Text>,
        norwood -> Nullable<Text>,
        skin_tone -> Nullable<Text>,
        hair_colour -> Nullable<Text>,
        scar_type -> Nullable<Text>,
        revision -> Integer,
        created_at -> Timestamp,
        created_by -> Text,
        updated_at -> Timestamp,
    }
}

diesel::table! {
    case_sessions (id) {
        id -> Text,
        case_id -> Text,
        kind -> Text,
        number -> Integer,
        held_on -> Date,
    }
}

diesel::table! {
    photos (id) {
        id -> Text,
        case_id -> Text,
        client_id -> Text,
        object_id -> Text,
        sha256 -> Text,
        bytes -> BigInt,
        kind -> Text,
        width -> Integer,
        height -> Integer,
        stage -> Text,
        session_number -> Nullable<Integer>,
        angle -> Text,
        taken_on -> Nullable<Date>,
        alt -> Text,
        sensitive -> Bool,
        bare_level -> Integer,
        edits -> Text,
        edits_sha256 -> Text,
        thumbhash -> Nullable<Text>,
        state -> Text,
        refusal -> Nullable<Text>,
        revision -> Integer,
        uploaded_at -> Timestamp,
        uploaded_by -> Text,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<Text>,
        warning -> Nullable<Text>,
        likeness -> Nullable<Text>,
    }
}

diesel::table! {
    begun_objects (object_id) {
        object_id -> Text,
        kind -> Text,
        begun_at -> Timestamp,
        swept_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    renditions (id) {
        id -> Text,
        photo_id -> Text,
        edits_sha256 -> Text,
        level -> Integer,
        width -> Integer,
        height -> Integer,
        format -> Text,
        object_id -> Text,
        sha256 -> Text,
        bytes -> BigInt,
        clean -> Bool,
        created_at -> Timestamp,
    }
}

diesel::table! {
    photo_doubles (one_id, other_id) {
        one_id -> Text,
        other_id -> Text,
        found_at -> Timestamp,
    }
}

diesel::table! {
    pairs (id) {
        id -> Text,
        case_id -> Text,
        before_id -> Text,
        after_id -> Text,
        position -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    consent_texts (id) {
        id -> Text,
        locale -> Text,
        profile -> Text,
        version -> Integer,
        body -> Text,
        sha256 -> Text,
        effective_from -> Timestamp,
        recalled_at -> Nullable<Timestamp>,
        published_by -> Nullable<Text>,
        recalled_by -> Nullable<Text>,
        recalled_why -> Nullable<Text>,
    }
}

diesel::table! {
    consent_text_drafts (id) {
        id -> Integer,
        body -> Text,
        revision -> Integer,
        updated_at -> Timestamp,
        updated_by -> Text,
    }
}

diesel::table! {
    consent_papers (consent_id) {
        consent_id -> Text,
        client_id -> Text,
        code -> Text,
        shown_sha256 -> Text,
        until -> Timestamp,
        printed_at -> Timestamp,
        printed_by -> Text,
        transcript -> Nullable<Text>,
        transcribed_at -> Nullable<Timestamp>,
        transcribed_by -> Nullable<Text>,
        returned_why -> Nullable<Text>,
        verified_at -> Nullable<Timestamp>,
        verified_by -> Nullable<Text>,
    }
}

diesel::table! {
    consent_scans (id) {
        id -> Text,
        consent_id -> Text,
        client_id -> Text,
        page -> Integer,
        object_id -> Text,
        sha256 -> Text,
        width -> Integer,
        height -> Integer,
        uploaded_at -> Timestamp,
        uploaded_by -> Text,
    }
}

diesel::table! {
    consents (id) {
        id -> Text,
        client_id -> Text,
        case_id -> Text,
        text_id -> Text,
        text_sha256 -> Text,
        state -> Text,
        method -> Text,
        asked_at -> Timestamp,
        asked_by -> Text,
        answers -> Text,
        revision -> Integer,
        signed_at -> Nullable<Timestamp>,
        signer_role -> Nullable<Text>,
        signer_name -> Nullable<Text>,
        document -> Nullable<Text>,
        document_sha256 -> Nullable<Text>,
        signature -> Nullable<Text>,
        evidence -> Nullable<Text>,
        story_sha256 -> Nullable<Text>,
        witness_id -> Nullable<Text>,
        receipt_at -> Nullable<Timestamp>,
        receipt_how -> Nullable<Text>,
        expires_at -> Nullable<Timestamp>,
        ended_at -> Nullable<Timestamp>,
        renews -> Nullable<Text>,
        representative_id -> Nullable<Text>,
    }
}

diesel::table! {
    consent_events (id) {
        id -> Text,
        consent_id -> Text,
        client_id -> Text,
        at -> Timestamp,
        actor -> Text,
        verb -> Text,
        detail -> Text,
    }
}

diesel::table! {
    grants (id) {
        id -> Text,
        consent_id -> Text,
        client_id -> Text,
        case_id -> Text,
        what -> Text,
        subject_id -> Text,
        source_sha256 -> Text,
        source -> Text,
        channel -> Text,
        level -> Integer,
        attribution -> Nullable<Text>,
        valid_from -> Timestamp,
        expires_at -> Timestamp,
        ended_at -> Nullable<Timestamp>,
        ended_why -> Nullable<Text>,
        paused_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    publications (id) {
        id -> Text,
        public_id -> Text,
        grant_id -> Text,
        client_id -> Text,
        case_id -> Text,
        story_id -> Text,
        approval_id -> Text,
        what -> Text,
        subject_id -> Text,
        source_sha256 -> Text,
        content -> Text,
        content_sha256 -> Text,
        approved_sha256 -> Text,
        channel -> Text,
        level -> Integer,
        published_at -> Timestamp,
        unpublished_at -> Nullable<Timestamp>,
        unpublished_why -> Nullable<Text>,
    }
}

diesel::table! {
    publication_renditions (publication_id, width, format) {
        publication_id -> Text,
        rendition_id -> Text,
        width -> Integer,
        height -> Integer,
        format -> Text,
        object_id -> Text,
        sha256 -> Text,
        bytes -> BigInt,
    }
}

diesel::table! {
    client_links (id) {
        id -> Text,
        client_id -> Text,
        consent_id -> Text,
        purpose -> Text,
        token_sha256 -> Text,
        created_at -> Timestamp,
        created_by -> Nullable<Text>,
        expires_at -> Nullable<Timestamp>,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    client_codes (id) {
        id -> Text,
        link_id -> Text,
        code_sha256 -> Text,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        attempts -> Integer,
        used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    client_sessions (id) {
        id -> Text,
        link_id -> Text,
        client_id -> Text,
        witness_id -> Nullable<Text>,
        confirmed_at -> Nullable<Timestamp>,
        created_at -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    videos (id) {
        id -> Text,
        client_id -> Text,
        case_id -> Text,
        consent_id -> Text,
        object_id -> Text,
        sha256 -> Text,
        bytes -> BigInt,
        uploaded_at -> Timestamp,
        refusal -> Nullable<Text>,
        captions -> Text,
        captions_revision -> Integer,
        watched_at -> Nullable<Timestamp>,
        watched_by -> Nullable<Text>,
    }
}

diesel::table! {
    video_files (video_id) {
        video_id -> Text,
        object_id -> Text,
        format -> Text,
        sha256 -> Text,
        bytes -> BigInt,
        parts -> Text,
        width -> Integer,
        height -> Integer,
        millis -> Integer,
        made_at -> Timestamp,
    }
}

diesel::table! {
    testimonials (id) {
        id -> Text,
        client_id -> Text,
        case_id -> Text,
        consent_id -> Text,
        words -> Text,
        rating -> Nullable<Integer>,
        incentive -> Text,
        incentive_tied -> Bool,
        insider -> Text,
        sha256 -> Text,
        revision -> Integer,
        submitted_at -> Timestamp,
    }
}

diesel::table! {
    stories (id) {
        id -> Text,
        case_id -> Text,
        client_id -> Text,
        slug -> Text,
        title -> Text,
        narrative -> Text,
        state -> Text,
        authentic_at -> Nullable<Timestamp>,
        authentic_by -> Nullable<Text>,
        marks_at -> Nullable<Timestamp>,
        marks_by -> Nullable<Text>,
        revision -> Integer,
        created_at -> Timestamp,
        created_by -> Text,
        updated_at -> Timestamp,
        updated_by -> Text,
        submitted_at -> Nullable<Timestamp>,
        submitted_by -> Nullable<Text>,
        approval_id -> Nullable<Text>,
        published_at -> Nullable<Timestamp>,
        first_published_at -> Nullable<Timestamp>,
        unpublished_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    approvals (id) {
        id -> Text,
        story_id -> Text,
        consent_id -> Text,
        revision -> Integer,
        snapshot -> Text,
        sources_sha256 -> Text,
        epoch -> BigInt,
        second_eyes -> Text,
        approved_at -> Timestamp,
        approved_by -> Text,
    }
}

diesel::table! {
    decisions (id) {
        id -> Text,
        story_id -> Text,
        revision -> Integer,
        verdict -> Text,
        reasons -> Text,
        note -> Text,
        gates -> Text,
        decided_at -> Timestamp,
        decided_by -> Text,
        undoes -> Nullable<Text>,
    }
}

diesel::table! {
    withdrawals (id) {
        id -> Text,
        client_id -> Text,
        scope -> Text,
        at -> Timestamp,
        replayed_at -> Nullable<Timestamp>,
        number -> Nullable<BigInt>,
    }
}

diesel::table! {
    ledger_head (id) {
        id -> Integer,
        number -> BigInt,
    }
}

diesel::table! {
    restores (id) {
        id -> Text,
        taken_at -> Timestamp,
        manifest_sha256 -> Text,
        restored_at -> Timestamp,
        replayed_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    original_views (id) {
        id -> Text,
        photo_id -> Text,
        viewed_at -> Timestamp,
        viewed_by -> Text,
        reason -> Text,
    }
}

diesel::table! {
    used_channels (channel) {
        channel -> Text,
        since -> Timestamp,
        chosen_by -> Nullable<Text>,
    }
}

diesel::table! {
    external_uses (id) {
        id -> Text,
        client_id -> Text,
        case_id -> Text,
        what -> Text,
        subject_id -> Text,
        source_sha256 -> Text,
        level -> Integer,
        channel -> Text,
        place -> Text,
        used_on -> Date,
        recorded_at -> Timestamp,
        recorded_by -> Text,
        told_at -> Nullable<Timestamp>,
        removed_on -> Nullable<Date>,
        removed_at -> Nullable<Timestamp>,
        removed_by -> Nullable<Text>,
        proof -> Nullable<Text>,
    }
}

diesel::table! {
    enquiries (id) {
        id -> Text,
        job_id -> Text,
        story_id -> Text,
        name -> Text,
        contact -> Text,
        call_at -> Text,
        question -> Text,
        asked_at -> Timestamp,
    }
}

diesel::table! {
    search_removals (id) {
        id -> Text,
        story_id -> Text,
        client_id -> Text,
        case_id -> Text,
        asked_at -> Timestamp,
        asked_by -> Text,
        proof -> Text,
    }
}

diesel::table! {
    client_requests (id) {
        id -> Text,
        client_id -> Text,
        kind -> Text,
        note -> Text,
        asked_at -> Timestamp,
        done_at -> Nullable<Timestamp>,
        done_by -> Nullable<Text>,
        answer -> Nullable<Text>,
    }
}

diesel::table! {
    reports (id) {
        id -> Text,
        story_id -> Text,
        reason -> Text,
        words -> Text,
        contact -> Text,
        reported_at -> Timestamp,
        settled_at -> Nullable<Timestamp>,
        settled_by -> Nullable<Text>,
        outcome -> Nullable<Text>,
    }
}

diesel::table! {
    standing_grants (id) {
        id -> Text,
        consent_id -> Text,
        client_id -> Text,
        case_id -> Text,
        what -> Text,
        subject_id -> Text,
        source_sha256 -> Text,
        source -> Text,
        channel -> Text,
        level -> Integer,
        attribution -> Nullable<Text>,
        valid_from -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    standing_publications (id) {
        id -> Text,
        public_id -> Text,
        grant_id -> Text,
        client_id -> Text,
        case_id -> Text,
        story_id -> Text,
        approval_id -> Text,
        what -> Text,
        subject_id -> Text,
        channel -> Text,
        level -> Integer,
        published_at -> Timestamp,
        source -> Text,
        attribution -> Nullable<Text>,
        valid_from -> Timestamp,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    kept_evidence (consent_id) {
        consent_id -> Text,
        client_id -> Text,
        document -> Text,
        evidence -> Text,
        signature -> Text,
        profile -> Text,
        kept_from -> Timestamp,
        kept_until -> Timestamp,
    }
}

diesel::table! {
    evidence_choices (id) {
        id -> Text,
        profile -> Text,
        months -> Integer,
        chosen_at -> Timestamp,
        chosen_by -> Text,
    }
}

diesel::table! {
    representatives (id) {
        id -> Text,
        client_id -> Text,
        role -> Text,
        name -> Text,
        email -> Nullable<Text>,
        document -> Text,
        until -> Nullable<Date>,
        seen_at -> Timestamp,
        seen_by -> Text,
        ended_at -> Nullable<Timestamp>,
        ended_by -> Nullable<Text>,
    }
}

diesel::joinable!(user_roles -> users (user_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(sign_in_challenges -> users (user_id));
diesel::joinable!(user_links -> users (user_id));
diesel::joinable!(embed_sites -> users (attested_by));
diesel::joinable!(api_openings -> users (opened_by));
diesel::joinable!(treatment_sections -> treatments (treatment_id));
diesel::joinable!(representatives -> clients (client_id));
diesel::joinable!(cases -> clients (client_id));
diesel::joinable!(cases -> treatments (treatment_id));
diesel::joinable!(cases -> practitioners (practitioner_id));
diesel::joinable!(cases -> locations (location_id));
diesel::joinable!(case_sessions -> cases (case_id));
diesel::joinable!(photos -> cases (case_id));
diesel::joinable!(photos -> clients (client_id));
diesel::joinable!(renditions -> photos (photo_id));
diesel::joinable!(pairs -> cases (case_id));
diesel::joinable!(consents -> clients (client_id));
diesel::joinable!(consents -> cases (case_id));
diesel::joinable!(consents -> consent_texts (text_id));
diesel::joinable!(consents -> users (witness_id));
diesel::joinable!(consent_events -> consents (consent_id));
diesel::joinable!(consent_papers -> consents (consent_id));
diesel::joinable!(consent_events -> clients (client_id));
diesel::joinable!(grants -> consents (consent_id));
diesel::joinable!(grants -> clients (client_id));
diesel::joinable!(grants -> cases (case_id));
diesel::joinable!(publications -> grants (grant_id));
diesel::joinable!(publications -> clients (client_id));
diesel::joinable!(publications -> cases (case_id));
diesel::joinable!(publication_renditions -> publications (publication_id));
diesel::joinable!(client_links -> clients (client_id));
diesel::joinable!(client_links -> consents (consent_id));
diesel::joinable!(client_codes -> client_links (link_id));
diesel::joinable!(client_sessions -> client_links (link_id));
diesel::joinable!(client_sessions -> clients (client_id));
diesel::joinable!(client_sessions -> users (witness_id));
diesel::joinable!(videos -> clients (client_id));
diesel::joinable!(video_files -> videos (video_id));
diesel::joinable!(testimonials -> clients (client_id));
diesel::joinable!(testimonials -> cases (case_id));
diesel::joinable!(testimonials -> consents (consent_id));
diesel::joinable!(stories -> cases (case_id));
diesel::joinable!(stories -> clients (client_id));
diesel::joinable!(approvals -> stories (story_id));
diesel::joinable!(approvals -> consents (consent_id));
diesel::joinable!(decisions -> stories (story_id));
diesel::joinable!(original_views -> photos (photo_id));
diesel::joinable!(original_views -> users (viewed_by));
diesel::joinable!(decisions -> users (decided_by));
diesel::joinable!(enquiries -> stories (story_id));
diesel::joinable!(reports -> stories (story_id));
diesel::joinable!(reports -> users (settled_by));
diesel::allow_tables_to_appear_in_same_query!(
    audit_events,
    audit_head,
    content_version,
    jobs,
    users,
    user_roles,
    sessions,
    second_factors,
    recovery_codes,
    sign_in_challenges,
    second_factor_rules,
    user_links,
    sign_in_delays,
    clinic,
    profile_choices,
    display_choices,
    evidence_choices,
    kept_evidence,
    representatives,
    locations,
    practitioners,
    treatments,
    treatment_sections,
    clients,
    cases,
    case_sessions,
    photos,
    begun_objects,
    renditions,
    pairs,
    consent_texts,
    consent_text_drafts,
    consent_papers,
    consent_scans,
    consents,
    consent_events,
    grants,
    publications,
    publication_renditions,
    client_links,
    client_codes,
    client_sessions,
    testimonials,
    videos,
    video_files,
    stories,
    approvals,
    decisions,
    withdrawals,
    restores,
    original_views,
    watermarks,
    used_channels,
    external_uses,
    search_removals,
    client_requests,
    enquiries,
    reports,
    embed_sites,
    api_openings,
    standing_grants,
    standing_publications
);
