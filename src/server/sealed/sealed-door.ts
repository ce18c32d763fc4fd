/** What an app is handed to have sealed cases. A server for a team is handed none: this folder is left out of it. */
import type { OpenAPIHono } from '@hono/zod-openapi';

export interface SealedDoor {
  /** Adds the routes. */
  add(app: OpenAPIHono): void;
  /** Whether a path takes files, which are larger than other requests. */
  takesFiles(path: string): boolean;
  /** Forgets keys and cases. */
  lock(): void;
}
