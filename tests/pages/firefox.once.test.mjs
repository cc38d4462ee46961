import { testOnce } from "./suite.mjs";

await testOnce("firefox");
