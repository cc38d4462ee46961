import { testOnce } from "./suite.mjs";

await testOnce("webkit");
