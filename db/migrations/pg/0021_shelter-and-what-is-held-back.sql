CREATE TABLE "held_back" (
	"id" bigint PRIMARY KEY NOT NULL,
	"pseudonym_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"post_id" bigint,
	"space_id" bigint,
	"state" text DEFAULT 'waiting' NOT NULL,
	"held" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shelters" (
	"pseudonym_id" bigint PRIMARY KEY NOT NULL,
	"began" integer NOT NULL,
	"until" integer NOT NULL,
	"reader_pseudonym_id" bigint,
	"reader" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "held_back_post" ON "held_back" USING btree ("pseudonym_id","post_id");--> statement-breakpoint
CREATE INDEX "held_back_of_post" ON "held_back" USING btree ("post_id");--> statement-breakpoint
CREATE INDEX "held_back_day" ON "held_back" USING btree ("held");--> statement-breakpoint
CREATE INDEX "shelters_reader" ON "shelters" USING btree ("reader_pseudonym_id");--> statement-breakpoint
CREATE INDEX "shelters_until" ON "shelters" USING btree ("until");