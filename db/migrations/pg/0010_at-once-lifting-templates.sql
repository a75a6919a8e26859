CREATE TABLE "decision_templates" (
	"id" bigint PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"side" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"words" text NOT NULL,
	"written_by_pseudonym_id" bigint NOT NULL,
	"written" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "emergencies" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"moderator_pseudonym_id" bigint NOT NULL,
	"second_pseudonym_id" bigint,
	"sanction_id" bigint,
	"began" integer NOT NULL,
	"until" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lifts" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"sanction_id" bigint NOT NULL,
	"state" text NOT NULL,
	"moderator_pseudonym_id" bigint NOT NULL,
	"second_pseudonym_id" bigint,
	"words" text NOT NULL,
	"asked" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "emergencies" ADD CONSTRAINT "emergencies_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lifts" ADD CONSTRAINT "lifts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_templates_once" ON "decision_templates" USING btree ("outcome","side","language","version");--> statement-breakpoint
CREATE UNIQUE INDEX "emergencies_once" ON "emergencies" USING btree ("case_id","kind");--> statement-breakpoint
CREATE INDEX "emergencies_standing" ON "emergencies" USING btree ("state","until");--> statement-breakpoint
CREATE INDEX "lifts_case" ON "lifts" USING btree ("case_id");