// Loaded before a verb (`node --import`): keeps compiled modules in the project's cache, which halves the time to start.

import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/** Where the folder cannot be written, modules are compiled each time as without it. */
enableCompileCache(fileURLToPath(new URL("../../.chancery/compiled", import.meta.url)));
