// Preloaded into child processes: when the process that started them is gone (kill -9), they close as on SIGTERM
// instead of keeping the port and the data folder. Checking a process id works the same on every system.
const parent = Number(process.env["MACHI_DX_PARENT"]);

if (Number.isInteger(parent) && parent > 0) {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.kill(process.pid, "SIGTERM");
    }
  }, 1000).unref();
}
