/// <reference types="@remix-run/dev" />
import "@remix-run/node";

declare module "@remix-run/node" {
  // Loaders and actions hand over what they return as it is: a Date stays a Date.
  interface Future {
    v3_singleFetch: true;
  }
}
