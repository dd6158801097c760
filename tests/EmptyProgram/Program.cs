// The yardstick of start-up: what the runtime itself costs.
return 0;
