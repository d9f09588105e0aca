CREATE TABLE "clinic_person" (
	"session" text PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"handed_at" timestamp with time zone,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "steps_page" (
	"code" "bytea" PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"gone_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "clinic_person" ADD CONSTRAINT "clinic_person_session_staff_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."staff_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clinic_person_gone" ON "clinic_person" USING btree ("gone_at");--> statement-breakpoint
CREATE INDEX "steps_page_gone" ON "steps_page" USING btree ("gone_at");