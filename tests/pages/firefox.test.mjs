import { testEverywhere } from "./suite.mjs";

await testEverywhere("firefox");
