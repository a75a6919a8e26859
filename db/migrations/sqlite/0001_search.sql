-- What is written is found through FTS5, which keeps only words: the text stays in its own table.
CREATE VIRTUAL TABLE `post_words` USING fts5(body, content='posts', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE `topic_words` USING fts5(title, content='topics', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `post_words`(`post_words`, rank) VALUES('secure-delete', 1);
--> statement-breakpoint
INSERT INTO `topic_words`(`topic_words`, rank) VALUES('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `post_words_added` AFTER INSERT ON `posts` BEGIN
  INSERT INTO post_words(rowid, body) VALUES (new.id, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `post_words_erased` AFTER DELETE ON `posts` BEGIN
  INSERT INTO post_words(post_words, rowid, body) VALUES ('delete', old.id, old.body);
END;
--> statement-breakpoint
CREATE TRIGGER `post_words_changed` AFTER UPDATE OF `body` ON `posts` BEGIN
  INSERT INTO post_words(post_words, rowid, body) VALUES ('delete', old.id, old.body);
  INSERT INTO post_words(rowid, body) VALUES (new.id, new.body);
END;
--> statement-breakpoint
CREATE TRIGGER `topic_words_added` AFTER INSERT ON `topics` BEGIN
  INSERT INTO topic_words(rowid, title) VALUES (new.id, new.title);
END;
--> statement-breakpoint
CREATE TRIGGER `topic_words_erased` AFTER DELETE ON `topics` BEGIN
  INSERT INTO topic_words(topic_words, rowid, title) VALUES ('delete', old.id, old.title);
END;
--> statement-breakpoint
CREATE TRIGGER `topic_words_changed` AFTER UPDATE OF `title` ON `topics` BEGIN
  INSERT INTO topic_words(topic_words, rowid, title) VALUES ('delete', old.id, old.title);
  INSERT INTO topic_words(rowid, title) VALUES (new.id, new.title);
END;
