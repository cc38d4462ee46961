// Prints the page that is open to PDF, and reads that again.
import { extractText, getDocumentProxy } from "unpdf";

// Width and height in centimetres, as drivers want them.
export const papers = { A4: { width: 21, height: 29.7 }, Letter: { width: 21.59, height: 27.94 } };

// The bytes of the PDF. The page's own margins count; WebKit has no way to print in a test.
export async function pdf({ name, driver }, paper) {
  const { width, height } = papers[paper];
  if (name === "chromium") {
    // Its driver's own command gives up after ten seconds, which is too few on a busy machine.
    const { data } = await driver.sendAndGetDevToolsCommand("Page.printToPDF", {
      paperWidth: width / 2.54, paperHeight: height / 2.54, printBackground: false,
    });
    return Buffer.from(data, "base64");
  }
  const base64 = await driver.printPage({
    orientation: "portrait", background: false, shrinkToFit: false, width, height,
  });
  return Buffer.from(base64, "base64");
}

// What is printed: the words of each page, and the size of each in points.
export async function printed(engine, paper) {
  const document = await getDocumentProxy(new Uint8Array(await pdf(engine, paper)));
  const { text } = await extractText(document, { mergePages: false });
  const sizes = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const [left, bottom, right, top] = (await document.getPage(number)).view;
    sizes.push([right - left, top - bottom].map(Math.round));
  }
  await document.destroy();
  return { pages: text, text: text.join("\n"), sizes };
}
