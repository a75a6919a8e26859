import type { Server, Socket } from "socket.io";
import type { ToBrowser, ToServer } from "./line";
import type { Listener } from "./who-listens.server";

/** What a socket carries: who it belongs to, which gathering it watches and up to which message it has been told. */
export type SocketData = Listener & { gathering: number | null; since: number };

type None = Record<string, never>;
export type LiveServer = Server<ToServer, ToBrowser, None, SocketData>;
export type LiveSocket = Socket<ToServer, ToBrowser, None, SocketData>;

/** The open sockets of this process in a room. */
export const socketsIn = (io: LiveServer, room: string): LiveSocket[] =>
  [...(io.sockets.adapter.rooms.get(room) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? []);
