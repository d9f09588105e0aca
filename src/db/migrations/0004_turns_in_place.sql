DROP INDEX "turn_at";--> statement-breakpoint
CREATE INDEX "turn_at" ON "turn" USING brin ("at");--> statement-breakpoint
-- Rows of a conversation are rewritten with every turn: room on the page lets that happen in place.
ALTER TABLE "conversation" SET (fillfactor = 60);--> statement-breakpoint
ALTER TABLE "tally" SET (fillfactor = 60);
