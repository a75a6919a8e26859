import { createServer, type Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import type { NetworkReader } from "../platform/http/visitor.server";
import { MINUTE } from "../platform/time";
import type { Site } from "../site/site";
import { hearAsks } from "./hear-asks.server";
import { countNetworks, knock, turnAway } from "./knock.server";
import { LIVE_PATH } from "./line";
import { type LiveServer, type LiveSocket, socketsIn } from "./sockets.server";
import { createTeller } from "./tell.server";
import { memberAsking } from "./who-listens.server";

/** The largest frame: the longest message is 3,000 characters. */
const LARGEST_FRAME = 64 * 1024;
/** Open pages of one account. */
const MOST_OF_ONE = 8;

type Parts = { origins: ReadonlySet<string>; clock: () => Date; networkOf?: NetworkReader };

/**
 * Puts the sockets beside the pages: members only, WebSockets only, from this origin only. Live is an extra; whoever
 * has none reloads. `http` does the listening. Once a minute sessions are looked at again.
 */
export function attachLive(http: HttpServer, site: Site, { origins, clock, networkOf }: Parts) {
  // Engine.IO answers plain requests too, without our headers: it sits on a server that never hears one.
  const inner = createServer();
  const io: LiveServer = new Server(inner, {
    path: LIVE_PATH,
    transports: ["websocket"],
    serveClient: false,
    maxHttpBufferSize: LARGEST_FRAME,
    perMessageDeflate: false,
    httpCompression: false,
    cookie: false,
    connectTimeout: 10_000,
    allowRequest: (message, answer) => answer(null, knock(message, origins, io.engine.clientsCount) === 101),
  });
  const networks = countNetworks();
  http.on("upgrade", (message, socket, head) => {
    socket.on("error", () => socket.destroy());
    const network = networkOf?.(message, clock().getTime());
    const status = knock(message, origins, io.engine.clientsCount, networks.open(network));
    if (status !== 101) return turnAway(socket, status);
    networks.count(network, socket);
    inner.emit("upgrade", message, socket, head);
  });

  io.use(async (socket, next) => {
    const cookie = (socket.handshake.headers.cookie ?? "").slice(0, 4096);
    const member = await memberAsking(site, cookie, clock()).catch(() => null);
    if (!member) return next(new Error("sign-in-first"));
    if (socketsIn(io, `account:${member.accountId}`).length >= MOST_OF_ONE) return next(new Error("limited"));
    const { accountId, sessionId } = member;
    Object.assign(socket.data, { cookie, accountId, sessionId, gathering: null, since: 0 });
    await socket.join([`account:${accountId}`, `session:${sessionId}`]);
    next();
  });
  io.on("connection", (socket: LiveSocket) => hearAsks(site, socket, clock));

  const teller = createTeller(site, io, clock);
  const deaf = site.events.listen(teller.hear);
  const rounds = setInterval(() => void teller.recheck(), MINUTE);
  rounds.unref();

  return {
    recheck: teller.recheck,
    /** Hangs up on everybody. */
    async close() {
      clearInterval(rounds);
      deaf();
      await io.close();
    },
  };
}
