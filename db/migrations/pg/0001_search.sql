-- Accents are folded by hand, because the extension that does it is not everywhere to be had.
CREATE FUNCTION fold_accents(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN translate(lower(words), 'áàâäãåéèêëíìîïóòôöõúùûüñçý', 'aaaaaaeeeeiiiiooooouuuuncy');
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('simple', fold_accents(body))) STORED;
--> statement-breakpoint
CREATE INDEX "posts_words" ON "posts" USING gin ("words");
--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('simple', fold_accents(title))) STORED;
--> statement-breakpoint
CREATE INDEX "topics_words" ON "topics" USING gin ("words");
