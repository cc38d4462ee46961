import { testEngine } from "./suite.mjs";

await testEngine("firefox");
