// A test of the page in a browser. A browser that is driven from outside through some hundred sites now and then drops
// a command or answers late; so a test that fails is tried once more. What a page does wrong it does again. Each such
// attempt is printed with its reason, and a file of tests may have few of them: a page that is wrong only sometimes
// must not hide behind this.
//
// A browser that died would take all later tests with it: before the next attempt a new one is started.
import { test as once } from "node:test";

const left = { "late answer": 2, "browser that died": 2 };
let replaceIfDead = async () => false;

// `replace` looks whether the tests' browser still answers, starts another if not, and says whether it did.
export function keepAlive(replace) {
  replaceIfDead = replace;
}

export function test(name, act) {
  once(name, async (context) => {
    try {
      await act(context);
    } catch (problem) {
      const reason = (await replaceIfDead()) ? "browser that died" : "late answer";
      if (left[reason] === 0) throw problem;
      left[reason] -= 1;
      const said = problem.message ?? problem;
      context.diagnostic(`second attempt (${left[reason]} left after a ${reason}) at "${name}": ${said}`);
      await act(context);
    }
  });
}
