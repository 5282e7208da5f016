//! `column IN (…)` as a statement that is prepared once.
//!
//! Diesel's `eq_any` has as many places as values on SQLite, so that each call is another statement, and to prepare one costs
//! more than to run it. Here the places are a power of two, the rest filled with the last value again: a handful of
//! statements, whatever is asked for.

use diesel::backend::Backend;
use diesel::expression::{
    AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate,
};
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::serialize::ToSql;
use diesel::sql_types::{Bool, HasSqlType, Text};

/// Beyond this a statement is not kept: it would be long, and is seldom needed again.
const KEPT: usize = 1024;

/// See [`one_of`].
#[derive(Debug, Clone)]
pub struct OneOf<'a, C> {
    column: C,
    values: Vec<&'a str>,
}

/// Whether a column holds one of these values; never, where there are none.
pub fn one_of<'a, C>(column: C, values: &'a [impl AsRef<str>]) -> OneOf<'a, C> {
    OneOf {
        column,
        values: values.iter().map(AsRef::as_ref).collect(),
    }
}

impl<C: Expression> Expression for OneOf<'_, C> {
    type SqlType = Bool;
}

impl<C: AppearsOnTable<Tables>, Tables> AppearsOnTable<Tables> for OneOf<'_, C> {}
impl<C: SelectableExpression<Tables>, Tables> SelectableExpression<Tables> for OneOf<'_, C> {}

impl<C> ValidGrouping<()> for OneOf<'_, C> {
    type IsAggregate = is_aggregate::Never;
}

/// Its text depends on how many values there are.
impl<C> QueryId for OneOf<'_, C> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<C, DB> QueryFragment<DB> for OneOf<'_, C>
where
    DB: Backend + HasSqlType<Text>,
    C: QueryFragment<DB>,
    str: ToSql<Text, DB>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        let Some(last) = self.values.last() else {
            out.push_sql("1=0");
            return Ok(());
        };
        let count = self.values.len();
        let places = if count > KEPT {
            out.unsafe_to_cache_prepared();
            count
        } else {
            count.next_power_of_two()
        };
        self.column.walk_ast(out.reborrow())?;
        let filled = self.values.iter().chain(std::iter::repeat(last));
        for (place, value) in filled.take(places).enumerate() {
            out.push_sql(if place == 0 { " IN (" } else { ", " });
            out.push_bind_param::<Text, str>(value)?;
        }
        out.push_sql(")");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use diesel::prelude::*;

    use super::*;
    use crate::db::DbConnection;
    use crate::db::schema::jobs;

    #[test]
    fn finds_those_and_no_others_however_many_are_asked_for() {
        let sqlite = SqliteConnection::establish(":memory:").unwrap();
        let mut conn = DbConnection::Sqlite(sqlite);
        diesel::sql_query("CREATE TABLE jobs (id TEXT)")
            .execute(&mut conn)
            .unwrap();
        let all: Vec<String> = (0..1500).map(|n| format!("{n:04}")).collect();
        for id in &all {
            diesel::sql_query("INSERT INTO jobs (id) VALUES ($1)")
                .bind::<Text, _>(id)
                .execute(&mut conn)
                .unwrap();
        }
        for count in [0, 1, 2, 3, 5, 8, 1024, 1025, 1500] {
            let asked = &all[all.len() - count..];
            let found: Vec<String> = jobs::table
                .filter(one_of(jobs::id, asked))
                .order(jobs::id)
                .select(jobs::id)
                .load(&mut conn)
                .unwrap();
            assert_eq!(found, asked);
        }
    }
}
