import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/*
 * The ceiling: what a bare node:http server does on this machine when it answers the same bytes from memory. The file
 * named by the first argument holds the body, the second argument the headers as JSON.
 */
const body = readFileSync(process.argv[2]!);
const headers = JSON.parse(process.argv[3]!) as Record<string, string>;
const server = createServer((_request, response) => void response.writeHead(200, headers).end(body));
server.listen(0, "127.0.0.1", () => console.log(`http://localhost:${(server.address() as AddressInfo).port}`));
process.once("SIGTERM", () => process.exit(0));
