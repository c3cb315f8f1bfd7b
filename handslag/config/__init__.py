"""How the platform is put together: settings, root addresses, schedule, server entry."""
