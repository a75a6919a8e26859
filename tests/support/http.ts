import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";

export type Answer = { status: number; headers: IncomingMessage["headers"]; body: Buffer };
export type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };

/** One request to a port on this machine, with exactly these headers: browsers' and `fetch`'s own ones stay away. */
export function askPort(port: number, { method = "GET", path = "/", headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers: { host: "forum.example", ...headers } });
    sent.on("error", reject).on("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.end(body);
  });
}

/** Sends bytes as they are; resolves with everything that came back once the other side hung up. */
export function sendBytes(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (part) => {
      all += part.toString();
    });
    socket.on("close", () => resolve(all)).on("error", reject);
  });
}
