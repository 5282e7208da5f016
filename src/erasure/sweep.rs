//! Evidence whose time has come goes by itself.

use std::time::Duration as Wait;

use crate::app::App;
use crate::consents;

const PAUSE: Wait = Wait::from_secs(24 * 60 * 60);

/// Looks now and every day, for as long as the program runs.
pub async fn keep_no_longer(app: App) {
    loop {
        match app.db.write(consents::let_evidence_go).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "evidence of forgotten clients removed"),
            Err(error) => tracing::warn!(%error, "evidence can't be looked at now"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}
