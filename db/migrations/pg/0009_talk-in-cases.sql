CREATE TABLE "case_messages" (
	"id" bigint PRIMARY KEY NOT NULL,
	"case_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"side" text NOT NULL,
	"alias" integer,
	"kind" text NOT NULL,
	"actor_pseudonym_id" bigint,
	"sealed" "bytea" NOT NULL,
	"answer_by" integer,
	"at" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evidence_readings" (
	"case_id" bigint NOT NULL,
	"reader_pseudonym_id" bigint NOT NULL,
	"day" integer NOT NULL,
	CONSTRAINT "evidence_readings_case_id_reader_pseudonym_id_day_pk" PRIMARY KEY("case_id","reader_pseudonym_id","day")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reminded_of" integer;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_readings" ADD CONSTRAINT "evidence_readings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_messages_in_order" ON "case_messages" USING btree ("case_id","position");--> statement-breakpoint
CREATE INDEX "case_messages_waiting" ON "case_messages" USING btree ("answer_by");--> statement-breakpoint
CREATE INDEX "evidence_readings_by_day" ON "evidence_readings" USING btree ("day");