import { testEngine } from "./suite.mjs";

await testEngine("webkit");
