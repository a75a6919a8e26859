CREATE TABLE "transparency_corrections" (
	"id" bigint PRIMARY KEY NOT NULL,
	"entry_id" bigint NOT NULL,
	"written" integer NOT NULL,
	"bump" integer NOT NULL,
	"answer" text,
	"words" text NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "transparency_entries" ADD COLUMN "written" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "transparency_entries" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "transparency_entries" ADD COLUMN "handed" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "transparency_entries" ADD COLUMN "told" text DEFAULT 'nobody-to-tell' NOT NULL;--> statement-breakpoint
ALTER TABLE "transparency_entries" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "transparency_corrections" ADD CONSTRAINT "transparency_corrections_entry_id_transparency_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."transparency_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "transparency_corrections_order" ON "transparency_corrections" USING btree ("entry_id","bump");--> statement-breakpoint
CREATE UNIQUE INDEX "transparency_entries_order" ON "transparency_entries" USING btree ("bump");