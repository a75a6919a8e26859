-- Postgres finds the newest matches through "posts_newest"; only SQLite's index had to be laid anew.
SELECT 1;
