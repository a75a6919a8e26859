/** What commands tell after they commit, and live pages listen to. Ids only: each listener asks again what its viewer may see. */
export type SiteEvent =
  | { kind: "post-written"; topicId: number; spaceId: number; position: number }
  | { kind: "post-changed"; topicId: number; position: number }
  | { kind: "case-changed"; caseId: number }
  | { kind: "gathering-changed"; gatheringId: number }
  | { kind: "gathering-message"; gatheringId: number; position: number }
  | { kind: "session-ended"; sessionId: string }
  | { kind: "account-changed"; accountId: number }
  | { kind: "settings-changed" };

export type Listener = (event: SiteEvent) => void;

export type Events = { publish(event: SiteEvent): void; listen(listener: Listener): () => void };

/** A hub within this process. Listeners must not throw; one that does is not heard of and stops nobody else. */
export function createEvents(): Events {
  const listeners = new Set<Listener>();
  return {
    publish(event) {
      for (const listener of listeners) {
        try {
          listener(event);
        } catch {
          // A deaf listener must not undo a deed that is already committed.
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
