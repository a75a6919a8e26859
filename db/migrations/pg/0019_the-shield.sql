CREATE TABLE "shield_counts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"hour" integer NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"compared" integer
);
--> statement-breakpoint
CREATE TABLE "shields" (
	"id" bigint PRIMARY KEY NOT NULL,
	"active" boolean,
	"auto" integer NOT NULL,
	"held" integer NOT NULL,
	"reason" text,
	"held_by_pseudonym_id" bigint,
	"eases" integer NOT NULL,
	"held_until" integer,
	"until" integer NOT NULL,
	"ended" integer,
	"rests" integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX "shield_counts_once" ON "shield_counts" USING btree ("hour","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "shields_active" ON "shields" USING btree ("active");