-- The index lists what is newest last: its row number is the hour of writing and then, within the hour, 43 bits of the
-- post's random id. So the newest matches are found without sorting all of them, and no order finer than the hour is kept.
DROP TRIGGER `post_words_added`;
--> statement-breakpoint
DROP TRIGGER `post_words_erased`;
--> statement-breakpoint
DROP TRIGGER `post_words_changed`;
--> statement-breakpoint
DROP TABLE `post_words`;
--> statement-breakpoint
CREATE INDEX `posts_in_search` ON `posts` ((`written` << 43) | (`id` & 8796093022207));
--> statement-breakpoint
CREATE VIRTUAL TABLE `post_words` USING fts5(body, content='', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `post_words`(`post_words`, rank) VALUES('secure-delete', 1);
--> statement-breakpoint
INSERT INTO `post_words`(rowid, body) SELECT (`written` << 43) | (`id` & 8796093022207), `body` FROM `posts`;
--> statement-breakpoint
CREATE TRIGGER `post_words_added` AFTER INSERT ON `posts` BEGIN
  INSERT INTO post_words(rowid, body) VALUES ((new.written << 43) | (new.id & 8796093022207), new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `post_words_erased` AFTER DELETE ON `posts` BEGIN
  INSERT INTO post_words(post_words, rowid, body) VALUES ('delete', (old.written << 43) | (old.id & 8796093022207), old.body);
END;
--> statement-breakpoint
CREATE TRIGGER `post_words_changed` AFTER UPDATE OF `body` ON `posts` BEGIN
  INSERT INTO post_words(post_words, rowid, body) VALUES ('delete', (old.written << 43) | (old.id & 8796093022207), old.body);
  INSERT INTO post_words(rowid, body) VALUES ((new.written << 43) | (new.id & 8796093022207), new.body);
END;
