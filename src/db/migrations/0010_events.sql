CREATE TABLE "clinic" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"languages" text[] NOT NULL,
	"booking" text,
	"shown" boolean NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "clinic_code" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "sheet_person" (
	"id" text PRIMARY KEY NOT NULL,
	"clinic_id" text NOT NULL,
	"position" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"state" text NOT NULL,
	"taken_by" text,
	"taken_at" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sheet_person_position" UNIQUE("clinic_id","position")
);
--> statement-breakpoint
CREATE TABLE "staff_clinic" (
	"user_id" text PRIMARY KEY NOT NULL,
	"clinic_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sheet_person" ADD CONSTRAINT "sheet_person_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_clinic" ADD CONSTRAINT "staff_clinic_user_id_staff_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."staff_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_clinic" ADD CONSTRAINT "staff_clinic_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clinic_ends" ON "clinic" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sheet_person_gone" ON "sheet_person" USING btree ("gone_at");