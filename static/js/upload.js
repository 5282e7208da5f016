// Sends photos one by one, two at a time, and says what became of each. Without this script the form sends them all.

const form = document.getElementById("upload");
const shown = document.getElementById("upload-progress");

if (form instanceof HTMLFormElement && shown) {
  form.addEventListener("submit", (event) => {
    const input = form.querySelector("input[type=file]");
    if (!(input instanceof HTMLInputElement) || !input.files?.length) return;
    event.preventDefault();
    send([...input.files]);
  });
}

/** @param {File[]} files */
async function send(files) {
  const bar = shown.querySelector("progress");
  const list = shown.querySelector("ul");
  shown.hidden = false;
  form.querySelector("button").disabled = true;
  const sent = new Map(files.map((file) => [file, 0]));
  const total = files.reduce((sum, file) => sum + file.size, 0) || 1;
  const advance = () => {
    bar.value = Math.max(bar.value, [...sent.values()].reduce((a, b) => a + b, 0) / total);
  };
  const waiting = [...files];
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const line = document.createElement("li");
      line.textContent = `${file.name}: ${shown.dataset.sending}`;
      list.append(line);
      const result = await one(file, (bytes) => {
        sent.set(file, Math.min(bytes, file.size));
        advance();
      });
      sent.set(file, file.size);
      advance();
      line.textContent = `${file.name}: ${result.message}`;
      line.className = result.kept ? "kept" : "refused";
      if (result.photo) {
        const link = document.createElement("a");
        link.href = `/staff/photos/${result.photo}`;
        link.textContent = file.name;
        line.prepend(link, " ");
      }
    }
  };
  await Promise.all([worker(), worker()]);
  const done = document.createElement("li");
  done.textContent = shown.dataset.done;
  list.append(done);
  form.querySelector("button").disabled = false;
}

/** @param {File} file @param {(bytes: number) => void} progress */
function one(file, progress) {
  return new Promise((resolve) => {
    const body = new FormData();
    for (const [name, value] of new FormData(form)) if (!(value instanceof File)) body.append(name, value);
    body.append("files", file);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    const failed = () => resolve({ kept: false, message: shown.dataset.failed });
    request.addEventListener("error", failed);
    request.addEventListener("load", () => {
      const answer = request.response?.files?.[0];
      if (!answer) return resolve({ kept: false, message: request.response?.error ?? shown.dataset.failed });
      resolve({ kept: answer.status < 300, message: answer.message, photo: answer.photo });
    });
    request.send(body);
  });
}
