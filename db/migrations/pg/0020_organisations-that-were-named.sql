CREATE TABLE "match_messages" (
	"id" bigint PRIMARY KEY NOT NULL,
	"match_id" bigint NOT NULL,
	"voice_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_voices" (
	"id" bigint PRIMARY KEY NOT NULL,
	"match_id" bigint NOT NULL,
	"alias" integer NOT NULL,
	"owner" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"answer" text,
	"slot" integer,
	"seen" boolean DEFAULT false NOT NULL,
	CONSTRAINT "match_voices_owner_unique" UNIQUE("owner")
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"id" bigint PRIMARY KEY NOT NULL,
	"until" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "namings" (
	"id" bigint PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"owner" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"name" "bytea" NOT NULL,
	"rests" integer,
	CONSTRAINT "namings_owner_unique" UNIQUE("owner")
);
--> statement-breakpoint
ALTER TABLE "match_messages" ADD CONSTRAINT "match_messages_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_messages" ADD CONSTRAINT "match_messages_voice_id_match_voices_id_fk" FOREIGN KEY ("voice_id") REFERENCES "public"."match_voices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_voices" ADD CONSTRAINT "match_voices_match_id_matches_id_fk" FOREIGN KEY ("match_id") REFERENCES "public"."matches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "match_messages_in_order" ON "match_messages" USING btree ("match_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "match_voices_alias" ON "match_voices" USING btree ("match_id","alias");--> statement-breakpoint
CREATE INDEX "namings_organisation" ON "namings" USING btree ("organisation");